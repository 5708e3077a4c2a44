import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { C5_DAY, shareInTarget, simulateDays } from '../../tests/support/simulated-day'
import { compareQueued, nextInQueue, type Queued, queueKeyAt } from './queue-order'
import { CASE_CLASSES, type CaseClass } from './values'

const NOON = new Date('2026-01-15T12:00:00Z')
const MINUTE_MS = 60_000
const BOUND_MINUTES = { EMERGENT: 5, URGENT: 15, ROUTINE: 60 } as const
/** clinical.md C5 asks for 10⁴ random queues. */
const RUNS = { numRuns: 10_000 }

const anyQueued = (): fc.Arbitrary<Queued> =>
  fc.record({
    id: fc.uuid(),
    class: fc.constantFrom(...CASE_CLASSES),
    acuity: fc.integer({ min: 0, max: 100 }),
    // Milliseconds, and often the very same one: ties must be settled, too.
    submittedAt: fc
      .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 6 * 60 * MINUTE_MS }))
      .map((ms) => new Date(NOON.getTime() + ms)),
  })
const anyQueue = () => fc.uniqueArray(anyQueued(), { minLength: 2, maxLength: 12, selector: ({ id }) => id })
const tier = ({ class: itsClass }: Queued) => CASE_CLASSES.indexOf(itsClass)

describe('the key of a case', () => {
  it.each([
    ['EMERGENT', 0, 10],
    ['EMERGENT', 100, 5],
    ['URGENT', 0, 30],
    ['URGENT', 100, 15],
    ['ROUTINE', 0, 240],
    ['ROUTINE', 50, 210],
    ['ROUTINE', 100, 180],
  ] as const)('of %s with acuity %d lies %d minutes after receipt', (itsClass, acuity, minutes) => {
    expect(queueKeyAt(itsClass, acuity, NOON)).toEqual(new Date(NOON.getTime() + minutes * MINUTE_MS))
  })
})

describe('the order of the queue', () => {
  it('never shows a less urgent class before a more urgent one', () => {
    fc.assert(
      fc.property(anyQueue(), (queue) => {
        const tiers = queue.toSorted(compareQueued).map(tier)
        expect(tiers).toEqual(tiers.toSorted((a, b) => a - b))
      }),
      RUNS,
    )
  })

  it('lets nobody be overtaken by a case of the class that came later than the bound', () => {
    fc.assert(
      fc.property(anyQueue(), (queue) => {
        const order = queue.toSorted(compareQueued)
        const overtaking = order.flatMap((first, index) =>
          order
            .slice(index + 1)
            .filter((second) => second.class === first.class)
            .map((second) => first.submittedAt.getTime() - second.submittedAt.getTime() <= limitMs(first)),
        )
        expect(overtaking).not.toContain(false)
      }),
      RUNS,
    )
  })

  it('never worsens a place when the class or the acuity rises', () => {
    fc.assert(
      fc.property(anyQueue(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 2 }), (queue, more, up) => {
        const [subject, ...others] = queue
        if (!subject) return
        const raised: Queued = {
          ...subject,
          class: CASE_CLASSES[Math.max(0, tier(subject) - up)] ?? 'EMERGENT',
          acuity: Math.min(100, subject.acuity + more),
        }
        const place = (one: Queued) => others.filter((other) => compareQueued(other, one) < 0).length
        expect(place(raised)).toBeLessThanOrEqual(place(subject))
      }),
      RUNS,
    )
  })

  it('is total: the same queue, however it was shuffled, has one order', () => {
    const shuffled = anyQueue().chain((queue) =>
      fc.tuple(fc.constant(queue), fc.shuffledSubarray(queue, { minLength: queue.length })),
    )
    fc.assert(
      fc.property(shuffled, ([queue, same]) => {
        expect(same.toSorted(compareQueued)).toEqual(queue.toSorted(compareQueued))
      }),
      RUNS,
    )
  })

  it('puts the earlier of two equal cases first, and at the same instant the smaller id', () => {
    const a: Queued = { id: 'a', class: 'URGENT', acuity: 0, submittedAt: NOON }
    const b: Queued = { ...a, id: 'b' }
    const later: Queued = { ...a, id: '0', submittedAt: new Date(NOON.getTime() + 1) }
    expect([later, b, a].toSorted(compareQueued)).toEqual([a, b, later])
    expect(compareQueued(a, a)).toBe(0)
  })
})

describe('the next case', () => {
  const LATER = new Date(NOON.getTime() + 5 * 60 * MINUTE_MS)
  const one = (id: string, itsClass: CaseClass, minutesAgo: number): Queued => ({
    id,
    class: itsClass,
    acuity: 0,
    submittedAt: new Date(LATER.getTime() - minutesAgo * MINUTE_MS),
  })
  const THREE_URGENT = ['URGENT', 'URGENT', 'URGENT'] as const

  it('is never anything but an EMERGENT one while one waits', () => {
    fc.assert(
      fc.property(anyQueue(), fc.array(fc.constantFrom(...CASE_CLASSES)), (queue, claims) => {
        const next = nextInQueue(queue, claims, LATER)
        if (queue.some(({ class: itsClass }) => itsClass === 'EMERGENT')) expect(next?.class).toBe('EMERGENT')
      }),
      RUNS,
    )
  })

  it('is an overdue ROUTINE one after three URGENT ones, the oldest first', () => {
    const queue = [one('u', 'URGENT', 5), one('r1', 'ROUTINE', 190), one('r2', 'ROUTINE', 200)]
    expect(nextInQueue(queue, THREE_URGENT, LATER)?.id).toBe('r2')
    expect(nextInQueue(queue, ['URGENT', 'EMERGENT', 'URGENT', 'URGENT'], LATER)?.id).toBe('r2')
    expect(nextInQueue(queue, ['URGENT', 'URGENT', 'ROUTINE'], LATER)?.id).toBe('u')
    expect(nextInQueue(queue, ['URGENT', 'URGENT'], LATER)?.id).toBe('u')
  })

  it('stays URGENT while no ROUTINE one has waited three hours', () => {
    const queue = [one('u', 'URGENT', 5), one('r', 'ROUTINE', 179)]
    expect(nextInQueue(queue, THREE_URGENT, LATER)?.id).toBe('u')
  })

  it('gives overdue ROUTINE cases a quarter of the claims, however many URGENT ones wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4, max: 60 }), (overdueCount, urgentCount) => {
        let waiting = [
          ...Array.from({ length: overdueCount }, (_, index) => one(`r${index}`, 'ROUTINE', 200 + index)),
          ...Array.from({ length: urgentCount }, (_, index) => one(`u${index}`, 'URGENT', index % 20)),
        ]
        const claims: CaseClass[] = []
        while (waiting.some(({ class: itsClass }) => itsClass === 'URGENT')) {
          const next = nextInQueue(waiting, claims, LATER)
          if (!next) break
          claims.unshift(next.class)
          waiting = waiting.filter(({ id }) => id !== next.id)
        }
        const routine = claims.filter((itsClass) => itsClass === 'ROUTINE').length
        expect(routine).toBeGreaterThanOrEqual(Math.min(overdueCount, Math.floor(claims.length / 4)))
        expect(routine).toBeLessThanOrEqual(Math.ceil(claims.length / 4))
      }),
    )
  })

  it('is nobody where nobody waits', () => {
    expect(nextInQueue([], THREE_URGENT, LATER)).toBeNull()
  })
})

describe('a duty room with two readers and 34 cases an hour', () => {
  const days = simulateDays(C5_DAY, 6)

  it('takes EMERGENT and URGENT cases within their targets', () => {
    expect(shareInTarget('EMERGENT', days.EMERGENT.waits, 'answer')).toBeGreaterThanOrEqual(0.995)
    expect(shareInTarget('URGENT', days.URGENT.waits, 'answer')).toBeGreaterThanOrEqual(0.99)
  })

  it('lets ROUTINE cases wait longer, and none for ever', () => {
    expect(Math.max(...days.ROUTINE.waits)).toBeLessThan(12 * 60)
  })
})

function limitMs({ class: itsClass }: Queued): number {
  return BOUND_MINUTES[itsClass] * MINUTE_MS
}
