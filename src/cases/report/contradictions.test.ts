import { describe, expect, it } from 'vitest'
import { contradictions } from './contradictions'
import type { ReportStatement } from './structure'

const statement = (code: number, modifiers: number[] = [], leads: ReportStatement['leads'] = []): ReportStatement => ({
  code,
  modifiers,
  leads,
  secondary: [],
})
const pairs = (...list: readonly ReportStatement[]) => contradictions(list).map(({ a, b }) => [a, b])

describe('two statements of one report', () => {
  it.each([
    [20, 50],
    [104, 106],
    [1, 142],
    [1, 160],
    [1, 50],
    [2, 161],
    [4, 20],
    [50, 82],
    [82, 80],
    [101, 104],
    [148, 149],
    [3, 1],
    [74, 160],
  ])('%i and %i exclude each other, in either order', (a, b) => {
    expect(pairs(statement(a), statement(b))).toEqual([[a, b]])
    expect(pairs(statement(b), statement(a))).toEqual([[b, a]])
  })

  it.each([
    [20, 50],
    [104, 106],
  ])('%i and %i stand together when one is intermittent', (a, b) => {
    expect(pairs(statement(a), statement(b, [304]))).toEqual([])
    expect(pairs(statement(a, [304]), statement(b))).toEqual([])
  })

  it.each([
    [1, 20],
    [2, 22],
    [3, 50],
    [20, 88],
    [50, 104],
    [106, 101],
    [160, 163],
    [4, 15],
    [21, 23],
  ])('%i and %i stand together', (a, b) => {
    expect(pairs(statement(a), statement(b))).toEqual([])
  })

  it('are one too many when they say the same of the same leads', () => {
    expect(pairs(statement(147, [], ['V1']), statement(147, [], ['V1']))).toEqual([[147, 147]])
    expect(pairs(statement(147, [], ['V1']), statement(147, [], ['II']))).toEqual([])
  })

  it('carry one age of an infarction and one direction of ST each', () => {
    expect(pairs(statement(160, [330, 332]))).toEqual([[330, 332]])
    expect(pairs(statement(145, [362, 363, 360]))).toEqual([[362, 363]])
    expect(pairs(statement(160, [330, 363]))).toEqual([])
  })
})
