import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_STATES, isEnded } from './case-state'
import { climbs, DEFAULT_LADDER, isStillDue, RegionLadder, rungsAhead, rungsLeft, type Waiting } from './ladder'
import { CASE_CLASSES } from './values'

const RECEIVED = new Date('2026-01-15T12:00:00Z')
const waiting: Waiting = {
  state: 'TRIAGED',
  class: 'EMERGENT',
  createdAt: RECEIVED,
  clockStartedAt: RECEIVED,
  repeatAskedAt: null,
  answeredAt: null,
  unattendedSince: null,
}
const minutes = (date: Date) => (date.getTime() - RECEIVED.getTime()) / 60_000
const told = (of: Waiting) =>
  rungsAhead(of, DEFAULT_LADDER).map((rung) => `+${minutes(rung.dueAt)} ${rung.ladder}: ${rung.action}`)

describe('the ladder of clinical.md C4', () => {
  it('calls for an EMERGENT case after 2, 4, 6, 8 and 10 minutes', () => {
    expect(told(waiting)).toEqual([
      '+2 unopened: repeat_alarm',
      '+4 unopened: second_reader',
      '+6 unanswered: coordinator',
      '+8 unanswered: neighbour_pool',
      '+10 unanswered: breach',
    ])
  })

  it('calls for an URGENT case after 10, 20, 30 and 45 minutes, for a ROUTINE one after 2, 3 and 4 hours', () => {
    expect(told({ ...waiting, class: 'URGENT' }).map((line) => line.split(' ')[0])).toEqual([
      ...['+10', '+20', '+30', '+45', '+60'],
    ])
    expect(told({ ...waiting, class: 'ROUTINE' }).map((line) => line.split(' ')[0])).toEqual([
      ...['+120', '+180', '+240', '+1440'],
    ])
  })

  it('counts a claimed case as unopened until its trace is on the screen, and as unanswered until a first word', () => {
    expect(climbs({ ...waiting, state: 'CLAIMED' }).map(({ ladder }) => ladder)).toEqual(['unopened', 'unanswered'])
    expect(climbs({ ...waiting, state: 'IN_REVIEW' }).map(({ ladder }) => ladder)).toEqual(['unanswered'])
    expect(climbs({ ...waiting, state: 'SECOND_OPINION' }).map(({ ladder }) => ladder)).toEqual(['unanswered'])
  })

  it('turns to the facility once there is an answer, and to a repeat that does not come', () => {
    const answered = { ...waiting, answeredAt: RECEIVED }
    for (const state of ['RECOMMENDED', 'REPORTED', 'AMENDED'] as const)
      expect(told({ ...answered, state })).toEqual(['+3 unconfirmed: call_facility', '+6 unconfirmed: coordinator'])
    expect(told({ ...waiting, state: 'RETURNED_FOR_REPEAT', repeatAskedAt: RECEIVED })).toEqual([
      '+5 unrepeated: remind_facility',
      '+10 unrepeated: call_facility',
    ])
  })

  it('calls for a form that nobody sends after 3, 10 or 30 minutes', () => {
    const of = (itsClass: Waiting['class']) => told({ ...waiting, state: 'DRAFT', class: itsClass })
    expect(of('EMERGENT')).toEqual(['+3 unsent: call_facility'])
    expect(of('URGENT')).toEqual(['+10 unsent: call_facility'])
    expect(of('ROUTINE')).toEqual(['+30 unsent: remind_facility'])
  })

  it('calls the coordinator within half a minute when no reader is there, while nobody holds the case', () => {
    const unattended = { ...waiting, unattendedSince: RECEIVED }
    expect(told(unattended)[0]).toBe('+0.5 unattended: coordinator')
    expect(told({ ...unattended, state: 'CLAIMED' }).join()).not.toContain('unattended')
  })

  it.each(CASE_STATES.filter((state) => !isEnded(state)))(
    'leaves no wait for somebody without a clock: %s',
    (state) => {
      const of = { ...waiting, state, repeatAskedAt: RECEIVED, answeredAt: RECEIVED }
      const isWaitedFor = !['ACKNOWLEDGED', 'IN_TRANSFER'].includes(state)
      expect(climbs(of).length > 0).toBe(isWaitedFor)
      for (const itsClass of CASE_CLASSES)
        expect(rungsAhead({ ...of, class: itsClass }, DEFAULT_LADDER).length > 0).toBe(isWaitedFor)
    },
  )

  it('owes a case whose class has risen every rung that is past, and none twice', () => {
    const urgent = { ...waiting, class: 'URGENT' } as const
    const [first] = rungsAhead(urgent, DEFAULT_LADDER)
    const left = rungsLeft(waiting, DEFAULT_LADDER, first ? [first] : [])
    expect(left.map(({ ladder, step }) => `${ladder} ${step}`)).toEqual([
      'unopened 2',
      'unanswered 1',
      'unanswered 2',
      'unanswered 3',
    ])
  })

  it('begins anew with a new clock', () => {
    const [first] = rungsAhead(waiting, DEFAULT_LADDER)
    const later = { ...waiting, clockStartedAt: new Date(RECEIVED.getTime() + 3_600_000) }
    expect(first && isStillDue(waiting, first)).toBe(true)
    expect(first && isStillDue(later, first)).toBe(false)
    expect(rungsLeft(later, DEFAULT_LADDER, first ? [first] : [])).toHaveLength(5)
  })

  it('never calls later for a more urgent class', () => {
    fc.assert(
      fc.property(fc.constantFrom('TRIAGED', 'CLAIMED', 'IN_REVIEW', 'RECOMMENDED', 'DRAFT'), (state) => {
        const first = CASE_CLASSES.map((itsClass) => {
          const of = { ...waiting, state, class: itsClass, answeredAt: RECEIVED } as Waiting
          return rungsAhead(of, DEFAULT_LADDER)[0]?.dueAt.getTime() ?? Number.POSITIVE_INFINITY
        })
        expect(first).toEqual(first.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a region’s own ladder', () => {
  const emergent = DEFAULT_LADDER.EMERGENT
  it('is taken as it stands by default', () => {
    expect(RegionLadder.safeParse(DEFAULT_LADDER).success).toBe(true)
  })

  it('must count its steps, each later than the one before', () => {
    const swapped = emergent.map((rung) => (rung.ladder === 'unopened' ? { ...rung, afterSeconds: 300 } : rung))
    expect(RegionLadder.safeParse({ ...DEFAULT_LADDER, EMERGENT: swapped }).success).toBe(false)
    const skipped = emergent.filter((rung) => !(rung.ladder === 'unanswered' && rung.step === 1))
    expect(RegionLadder.safeParse({ ...DEFAULT_LADDER, EMERGENT: skipped }).success).toBe(false)
  })
})
