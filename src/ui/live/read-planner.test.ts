import { expect, it } from 'vitest'
import { readPlanner } from './read-planner'

function made(minGapMs: number) {
  let nowMs = 0
  let waiting: { atMs: number; work: () => void }[] = []
  const readsAtMs: number[] = []
  const clock = {
    nowMs: () => nowMs,
    after: (ms: number, work: () => void) => {
      const one = { atMs: nowMs + ms, work }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((other) => other !== one)
      }
    },
  }
  const planner = readPlanner(() => readsAtMs.push(nowMs), clock, minGapMs)
  const advance = (toMs: number) => {
    for (;;) {
      const next = waiting.filter(({ atMs }) => atMs <= toMs).toSorted((a, b) => a.atMs - b.atMs)[0]
      if (!next) break
      waiting = waiting.filter((other) => other !== next)
      nowMs = next.atMs
      next.work()
    }
    nowMs = toMs
  }
  return { planner, readsAtMs, advance }
}

it('reads once for a burst, at the earliest moment asked for', () => {
  const { planner, readsAtMs, advance } = made(400)
  planner.within(900)
  planner.within(300)
  planner.within(1200)
  advance(5000)
  expect(readsAtMs).toEqual([300])
})

it('keeps two readings apart, and forgets none', () => {
  const { planner, readsAtMs, advance } = made(400)
  planner.within(0)
  advance(100)
  planner.within(0)
  advance(5000)
  expect(readsAtMs).toEqual([0, 400])
})

it('reads no more after it was stopped', () => {
  const { planner, readsAtMs, advance } = made(400)
  planner.within(100)
  planner.stop()
  advance(5000)
  expect(readsAtMs).toEqual([])
})
