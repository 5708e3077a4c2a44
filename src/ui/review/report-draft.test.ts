import { describe, expect, it } from 'vitest'
import type { ReportView } from '@/cases/api/report-views'
import { EMPTY_STRUCTURE } from '@/cases/report/structure'
import { draftOnServer, forgetKept, isEmpty, isSame, keep, pickStructure, readKept, structureOf } from './report-draft'

const REPORT = { ...EMPTY_STRUCTURE, conclusionText: 'Anterior STEMI', recommendationText: 'Transfer now' }
const EARLIER = '2026-11-22T09:00:00.000Z'
const LATER = '2026-11-22T09:05:00.000Z'

describe('a report that is written', () => {
  it('is empty until something is said, whichever ECG it is about', () => {
    expect(isEmpty({ ...EMPTY_STRUCTURE, recordingId: '8f6b1d0e-0000-4000-8000-000000000000' })).toBe(true)
    expect(isEmpty(REPORT)).toBe(false)
    expect(isEmpty({ ...EMPTY_STRUCTURE, diagnosis: 'I21.0' })).toBe(false)
  })

  it('is the same whatever the order of its parts', () => {
    const { statements, ...rest } = REPORT
    expect(isSame(REPORT, { ...rest, statements })).toBe(true)
    expect(isSame(REPORT, { ...REPORT, conclusionText: 'Inferior STEMI' })).toBe(false)
  })

  it('begins with what a plain report said', () => {
    expect(structureOf({ structure: null, conclusion: 'Anterior STEMI', recommendation: 'Transfer now' })).toEqual(
      REPORT,
    )
  })
})

describe('the report to begin with', () => {
  it('is empty when nobody wrote anything', () => {
    expect(pickStructure(null, null)).toEqual(EMPTY_STRUCTURE)
  })

  it('is the one in this browser when it is newer than the server', () => {
    const kept = { structure: REPORT, keptAt: LATER }
    expect(pickStructure(kept, version(1, 'me'))).toBe(REPORT)
    expect(pickStructure({ ...kept, keptAt: EARLIER }, version(1, 'me'))).toEqual(EMPTY_STRUCTURE)
  })
})

describe('the unsigned version on the server', () => {
  it('is the newest of this person, not what a colleague began or somebody signed', () => {
    const reports = [version(1, 'me'), version(2, 'me', LATER), version(3, 'me'), version(4, 'other')]
    expect(draftOnServer({ reports }, 'me')).toMatchObject({ version: 3 })
    expect(draftOnServer({ reports: reports.slice(3) }, 'me')).toBeNull()
  })
})

describe('a report kept in the browser', () => {
  it('comes back as it was and can be forgotten', () => {
    const storage = memoryStorage()
    keep(storage, 'a', REPORT, LATER)
    expect(readKept(storage, 'a')).toEqual({ structure: REPORT, keptAt: LATER })
    expect(readKept(storage, 'b')).toBeNull()
    forgetKept(storage, 'a')
    expect(readKept(storage, 'a')).toBeNull()
  })

  it('is ignored when it is broken', () => {
    const storage = memoryStorage()
    storage.setItem('yurak.report.a', '{"structure":1}')
    expect(readKept(storage, 'a')).toBeNull()
    storage.setItem('yurak.report.a', 'x')
    expect(readKept(storage, 'a')).toBeNull()
  })
})

function version(number: number, id: string, signedAt: string | null = null): ReportView {
  return {
    version: number,
    conclusion: '',
    recommendation: '',
    structure: EMPTY_STRUCTURE,
    content: null,
    hash: null,
    amendment: null,
    savedAt: LATER.replace('05', '04'),
    signedAt,
    by: { id, name: id, title: null },
    calipers: [],
  }
}

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
