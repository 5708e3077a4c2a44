import { describe, expect, it } from 'vitest'
import type { BeatClass } from '../measure/types'
import { findEvents, rateTrend, type TimedBeat } from './find-events'

/** Beats at these intervals, from the first at 0. */
function beatsAt(intervalsMs: readonly number[], classes: Readonly<Record<number, BeatClass>> = {}): TimedBeat[] {
  let atMs = 0
  return [0, ...intervalsMs].map((ms, index) => {
    atMs += ms
    return { atMs, class: classes[index] ?? 'dominant' }
  })
}

const times = (count: number, ms: number) => Array<number>(count).fill(ms)

describe('events of a long recording', () => {
  it('are none in a steady rhythm', () => {
    const { events, counts } = findEvents(beatsAt(times(100, 800)), [], [])
    expect(events).toEqual([])
    expect(new Set(Object.values(counts))).toEqual(new Set([0]))
  })

  it('name a pause with its length, but not a time in which the lead was off', () => {
    const beats = beatsAt([...times(20, 800), 3200, ...times(20, 800)])
    expect(findEvents(beats, [], []).events).toEqual([{ kind: 'pause', fromMs: 16_000, toMs: 19_200, value: 3.2 }])
    expect(findEvents(beats, [{ fromMs: 17_000, toMs: 18_000 }], []).events).toEqual([])
  })

  it('name fast and slow stretches of fifteen seconds and more, not shorter ones', () => {
    const fast = findEvents(beatsAt([...times(20, 800), ...times(40, 400), ...times(20, 800)]), [], []).events
    expect(fast).toMatchObject([{ kind: 'fast', value: 150 }])
    const slow = findEvents(beatsAt([...times(20, 800), ...times(20, 1400), ...times(20, 800)]), [], []).events
    expect(slow).toMatchObject([{ kind: 'slow', value: 43 }])
    expect(findEvents(beatsAt([...times(20, 800), ...times(20, 400), ...times(20, 800)]), [], []).events).toEqual([])
  })

  it('tell single beats of another origin from runs of three', () => {
    const classes = { 5: 'ventricular', 20: 'ventricular', 21: 'ventricular', 22: 'ventricular' } as const
    const { events, counts } = findEvents(beatsAt(times(40, 800), classes), [], [])
    expect(events).toEqual([
      { kind: 'ventricular', fromMs: 4000, toMs: 4000, value: null },
      { kind: 'ventricularRun', fromMs: 16_000, toMs: 17_600, value: 3 },
    ])
    expect(counts).toMatchObject({ ventricular: 1, ventricularRun: 1, supraventricular: 0 })
  })

  it('list at most three hundred of a kind and count them all', () => {
    const classes = Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [2 * index + 1, 'ventricular' as const]),
    )
    const { events, counts } = findEvents(beatsAt(times(1800, 800), classes), [], [])
    expect(counts.ventricular).toBe(900)
    expect(events).toHaveLength(300)
    expect(events.at(-1)?.fromMs).toBeGreaterThan(1_400_000)
  })

  it('come in the order of time, with the rate of what is irregular', () => {
    const beats = beatsAt([...times(100, 600), 2500, ...times(20, 600)])
    const { events } = findEvents(beats, [], [{ fromMs: 0, toMs: 60_000 }])
    expect(events.map(({ kind }) => kind)).toEqual(['irregular', 'pause'])
    expect(events[0]?.value).toBe(100)
  })
})

describe('the rate', () => {
  it('is that of each stretch, and unknown where nothing is known', () => {
    const beats = beatsAt([...times(50, 600), ...times(10, 1000), ...times(10, 600)])
    const { bucketMs, bpm } = rateTrend(beats, [{ fromMs: 29_900, toMs: 40_000 }], 46_000)
    expect(bucketMs).toBe(5000)
    expect(bpm.slice(0, 6)).toEqual([100, 100, 100, 100, 100, 100])
    expect(bpm.slice(6, 8)).toEqual([null, null])
    expect(bpm[9]).toBe(100)
  })

  it('of a day has at most 1200 stretches', () => {
    expect(rateTrend([], [], 86_400_000).bpm).toHaveLength(1200)
  })
})
