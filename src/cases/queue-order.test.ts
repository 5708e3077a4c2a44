import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareQueued, type Queued, queueKeyAt } from './queue-order'
import { CASE_CLASSES } from './values'

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

function limitMs({ class: itsClass }: Queued): number {
  return BOUND_MINUTES[itsClass] * MINUTE_MS
}
