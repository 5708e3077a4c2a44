import { describe, expect, it } from 'vitest'
import type { CaseEventView } from '@/cases/api/views'
import { lastSeq, newSince } from './new-since'

const ME = 'me'

describe('what is new since the page was opened', () => {
  it('is the latest of each kind that somebody else caused', () => {
    const events = [
      made(1, 'submit', 'nurse'),
      made(2, 'add_clinical', 'nurse'),
      made(3, 'add_recording', 'nurse'),
      made(4, 'add_clinical', 'nurse'),
    ]
    expect(newSince(events, 1, ME).map(({ kind, seq }) => [kind, seq])).toEqual([
      ['add_recording', 3],
      ['add_clinical', 4],
    ])
  })

  it('leaves out what this reader did, and what only moves the case', () => {
    expect(newSince([made(2, 'change_class', ME), made(3, 'claim', 'nurse')], 1, ME)).toEqual([])
  })

  it('is nothing after everything was seen', () => {
    const events = [made(1, 'submit', 'nurse'), made(2, 'add_recording', 'nurse')]
    expect(newSince(events, lastSeq(events), ME)).toEqual([])
    expect(lastSeq([])).toBe(0)
  })
})

function made(seq: number, type: string, byId: string): CaseEventView {
  return {
    id: String(seq),
    seq,
    type,
    at: `2026-11-22T09:00:0${seq}.000Z`,
    by: { id: byId, name: byId, title: null },
    stateAfter: 'IN_REVIEW',
    detail: {},
  }
}
