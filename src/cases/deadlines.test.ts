import { describe, expect, it } from 'vitest'
import { dueAt, openDueAt, TARGET_MINUTES, UNDO_MS } from './deadlines'

const NOON = new Date('2026-01-15T12:00:00Z')
const minutesLater = (at: Date) => (at.getTime() - NOON.getTime()) / 60_000
const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000).toISOString()

describe('targets', () => {
  it.each([
    ['EMERGENT', { open: 3, answer: 10, acknowledge: 3, report: 30, repeat: 10, lease: 3 }],
    ['URGENT', { open: 15, answer: 30, acknowledge: 15, report: 120, repeat: 20, lease: 10 }],
    ['ROUTINE', { open: 120, answer: 240, acknowledge: 480, report: 1440, repeat: 120, lease: 30 }],
  ] as const)('of %s are those of clinical.md C4 and E1', (itsClass, minutes) => {
    expect(TARGET_MINUTES[itsClass]).toEqual(minutes)
  })

  it('count from the instant given', () => {
    expect(minutesLater(dueAt('answer', 'URGENT', NOON))).toBe(30)
  })

  it('leave ten seconds to take a verdict back', () => {
    expect(UNDO_MS).toBe(10_000)
  })
})

describe('the time to open a case', () => {
  const pain = { reasons: ['chest_pain' as const], painNow: 4 }

  it.each([
    ['EMERGENT with pain', 'EMERGENT', { ...pain, painOnsetAt: hoursAgo(1) }, 3],
    ['URGENT without pain', 'URGENT', { reasons: ['dyspnoea' as const] }, 15],
    ['URGENT, the pain has gone', 'URGENT', { ...pain, painNow: 0 }, 15],
    ['URGENT with pain since an unknown time', 'URGENT', pain, 10],
    ['URGENT with pain for twelve hours', 'URGENT', { ...pain, painOnsetAt: hoursAgo(12) }, 10],
    ['URGENT with pain for longer', 'URGENT', { ...pain, painOnsetAt: hoursAgo(12.001) }, 15],
    ['ROUTINE with pain', 'ROUTINE', pain, 120],
  ] as const)('is for %s %s: %o, %d minutes', (_, itsClass, clinical, minutes) => {
    expect(minutesLater(openDueAt(itsClass, { ...clinical, reasons: [...clinical.reasons] }, NOON))).toBe(minutes)
  })
})
