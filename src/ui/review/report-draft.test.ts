import { describe, expect, it } from 'vitest'
import {
  draftOnServer,
  EMPTY_REPORT,
  forgetKept,
  isComplete,
  isSameText,
  keepText,
  pickText,
  readKept,
} from './report-draft'

const TEXT = { conclusion: 'Anterior STEMI', recommendation: 'Transfer now' }
const EARLIER = '2026-11-22T09:00:00.000Z'
const LATER = '2026-11-22T09:05:00.000Z'

describe('the text of a report', () => {
  it('is complete only with a conclusion and a recommendation', () => {
    expect(isComplete(TEXT)).toBe(true)
    expect(isComplete({ ...TEXT, recommendation: '  ' })).toBe(false)
  })

  it('is the same when only outer spaces differ', () => {
    expect(isSameText(TEXT, { ...TEXT, conclusion: 'Anterior STEMI ' })).toBe(true)
    expect(isSameText(TEXT, { ...TEXT, conclusion: 'Inferior STEMI' })).toBe(false)
  })
})

describe('the text to begin with', () => {
  it('is empty when nobody wrote anything', () => {
    expect(pickText(null, null)).toEqual(EMPTY_REPORT)
  })

  it('is the one in this browser when it is newer than the server', () => {
    const kept = { ...TEXT, keptAt: LATER }
    expect(pickText(kept, { ...EMPTY_REPORT, savedAt: EARLIER })).toBe(kept)
    expect(pickText({ ...kept, keptAt: EARLIER }, { ...EMPTY_REPORT, savedAt: LATER })).toMatchObject(EMPTY_REPORT)
  })
})

describe('the unsigned version on the server', () => {
  const version = (number: number, id: string, signedAt: string | null = null) => ({
    ...TEXT,
    version: number,
    savedAt: EARLIER,
    signedAt,
    by: { id, name: id, title: null },
    calipers: [],
  })

  it('is the newest of this person, not what a colleague began or somebody signed', () => {
    const reports = [version(1, 'me'), version(2, 'me', LATER), version(3, 'me'), version(4, 'other')]
    expect(draftOnServer({ reports }, 'me')?.savedAt).toBe(EARLIER)
    expect(draftOnServer({ reports }, 'me')).toMatchObject({ version: 3 })
    expect(draftOnServer({ reports: reports.slice(3) }, 'me')).toBeNull()
  })
})

describe('text kept in the browser', () => {
  it('comes back as it was and can be forgotten', () => {
    const storage = memoryStorage()
    keepText(storage, 'a', TEXT, LATER)
    expect(readKept(storage, 'a')).toEqual({ ...TEXT, keptAt: LATER })
    expect(readKept(storage, 'b')).toBeNull()
    forgetKept(storage, 'a')
    expect(readKept(storage, 'a')).toBeNull()
  })

  it('is ignored when it is broken', () => {
    const storage = memoryStorage()
    storage.setItem('yurak.report.a', '{"conclusion":1}')
    expect(readKept(storage, 'a')).toBeNull()
    storage.setItem('yurak.report.a', 'x')
    expect(readKept(storage, 'a')).toBeNull()
  })
})

function memoryStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => void values.set(key, value),
  }
}
