import { describe, expect, it } from 'vitest'
import type { Beat } from '@/ecg/measure/types'
import { spansOf } from './mark-spans'

const BEAT: Beat = {
  class: 'dominant',
  axisDeg: null,
  rPeakMs: 500,
  pOnsetMs: 330,
  pPeakMs: 370,
  pOffsetMs: 430,
  qrsOnsetMs: 460,
  qrsOffsetMs: 550,
  tPeakMs: 750,
  tOffsetMs: 860,
}

describe('the stretches of the trace behind a number', () => {
  it('run from P onset to QRS onset for the PR interval, in all leads at once', () => {
    expect(spansOf([BEAT], 'pr', null)).toEqual([{ lead: null, fromMs: 330, toMs: 460, tone: 'measure' }])
  })

  it('are the 80 ms after the J point for ST, in the leads of the finding', () => {
    expect(spansOf([BEAT], 'st', ['V2', 'V3'], 'raised')).toEqual([
      { lead: 'V2', fromMs: 550, toMs: 630, tone: 'raised', levelAtMs: 460 },
      { lead: 'V3', fromMs: 550, toMs: 630, tone: 'raised', levelAtMs: 460 },
    ])
  })

  it('are missing where the wave could not be marked', () => {
    expect(spansOf([{ ...BEAT, pOnsetMs: null }], 'p', null)).toEqual([])
    expect(spansOf([BEAT], 'strip', null)).toEqual([])
  })
})
