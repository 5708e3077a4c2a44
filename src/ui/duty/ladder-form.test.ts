import { describe, expect, it } from 'vitest'
import { DEFAULT_LADDER, RegionLadder } from '@/cases/ladder'
import { linesOf, minutesOf, readMinutes } from './ladder-form'

describe('the minutes of a ladder', () => {
  it('come back as they were when nothing was changed', () => {
    expect(readMinutes(DEFAULT_LADDER, minutesOf(DEFAULT_LADDER)).ladder).toEqual(DEFAULT_LADDER)
  })

  it('are read with point or comma, and make a ladder that the server takes', () => {
    const { ladder } = readMinutes(DEFAULT_LADDER, { ...minutesOf(DEFAULT_LADDER), 'EMERGENT.unattended.1': '0,75' })
    expect(ladder?.EMERGENT.find((rung) => rung.ladder === 'unattended')?.afterSeconds).toBe(45)
    expect(RegionLadder.safeParse(ladder).success).toBe(true)
  })

  it.each([
    ['EMERGENT.unopened.1', 'two', 'number'],
    ['EMERGENT.unopened.1', '', 'number'],
    ['EMERGENT.unopened.1', '0', 'range'],
    ['ROUTINE.unanswered.2', '99999', 'range'],
    ['EMERGENT.unopened.2', '2', 'order'],
  ] as const)('say what is wrong with %s = “%s”', (key, text, fault) => {
    const { faults } = readMinutes(DEFAULT_LADDER, { ...minutesOf(DEFAULT_LADDER), [key]: text })
    expect(faults?.[key]).toBe(fault)
  })
})

describe('the table', () => {
  it('has one line for a call and a column for a class, and loses no rung', () => {
    const lines = linesOf(DEFAULT_LADDER)
    const rungs = lines.flatMap((line) => Object.values(line.rungs))
    const all = Object.values(DEFAULT_LADDER).flat()
    expect(rungs).toHaveLength(all.length)
    expect(lines.filter((line) => line.ladder === 'unanswered').map((line) => line.action)).toEqual([
      'coordinator',
      'neighbour_pool',
      'breach',
    ])
  })
})
