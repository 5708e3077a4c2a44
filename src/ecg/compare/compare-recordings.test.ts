import { describe, expect, test } from 'vitest'
import { measure } from '../measure/measure'
import { measureLeads } from '../measure/measure-leads'
import { noiseFreeBeat } from '../measure/testing/noise-free-beat'
import type { Beat, SwapSuspicion } from '../measure/types'
import { SCENARIOS, type Scenario } from '../synthetic/scenarios'
import { STANDARD_LEADS } from '../types'
import { compareRecordings } from './compare-recordings'

const PERSON = { ageDays: null, ageYears: 60, sex: 'male' as const }

type Options = {
  readonly heartRateBpm?: number
  readonly met?: readonly string[] | null
  readonly swap?: SwapSuspicion
  readonly isPaced?: boolean
}

function side(scenario: Scenario, { heartRateBpm = 72, met = [], swap, isPaced = false }: Options = {}) {
  const representative = noiseFreeBeat(SCENARIOS[scenario])
  const leads = measureLeads(representative, STANDARD_LEADS)
  const beats = Array.from(
    { length: 10 },
    (_, index): Beat => ({
      ...representative.marks,
      rPeakMs: 500 + (index * 60_000) / heartRateBpm,
      class: isPaced ? 'paced' : 'dominant',
      axisDeg: null,
    }),
  )
  const rhythm = { shareOfBeatsWithP: 1, nRmssd: 0 }
  const measurements = measure({ beats, representative, leads, rhythm, sex: 'male' })
  return { analysis: { measurements, leads, beats, swap: swap ?? null }, metFindings: met }
}

const codes = (previous: ReturnType<typeof side>, current: ReturnType<typeof side>) =>
  compareRecordings({ previous, current, person: PERSON }).codes

describe('comparison with an earlier recording', () => {
  test('of the same heart says no significant change', () => {
    const comparison = compareRecordings({ previous: side('normal'), current: side('normal'), person: PERSON })
    expect(comparison.codes).toEqual([400])
    expect(comparison.limitations).toEqual([])
    expect(comparison.changes.every(({ isSignificant }) => !isSignificant)).toBe(true)
  })

  test('a rate of 72 that is now 93 is no change, and one that is now 101 is', () => {
    expect(codes(side('normal'), side('normal', { heartRateBpm: 93 }))).toEqual([400])
    expect(codes(side('normal'), side('normal', { heartRateBpm: 101 }))).toContain(401)
  })

  test('new ST elevation in neighbouring leads is ischaemia, with the leads and by how much', () => {
    const { changes, codes: found } = compareRecordings({
      previous: side('normal'),
      current: side('inferior-stemi'),
      person: PERSON,
    })
    expect(found).toContain(402)
    const third = changes.find(({ quantity, lead }) => quantity === 'jUv' && lead === 'III')
    expect(third).toMatchObject({ isSignificant: true })
    expect(third?.to).toBeGreaterThan(250)
  })

  test('an elevation that went is a change of repolarisation and no new ischaemia', () => {
    const found = codes(side('inferior-stemi'), side('normal'))
    expect(found).toContain(404)
    expect(found).not.toContain(402)
  })

  test('T that turned over is a change of repolarisation', () => {
    expect(codes(side('normal'), side('wellens-b'))).toContain(404)
  })

  test('a new bundle branch block is a change of conduction', () => {
    expect(codes(side('normal'), side('lbbb'))).toContain(403)
  })

  test('a QTc that is longer by more than 60 ms is a change of repolarisation', () => {
    expect(codes(side('normal'), side('long-qt'))).toContain(404)
  })

  test('findings that came or went are counted with their kind', () => {
    expect(codes(side('normal'), side('normal', { met: ['RHY-07'] }))).toEqual([401])
    expect(codes(side('normal', { met: ['RHY-07'] }), side('normal'))).toEqual([401])
    expect(codes(side('normal'), side('normal', { met: ['ISC-01'] }))).toEqual([402])
    expect(codes(side('normal', { met: ['ISC-01'] }), side('normal'))).toEqual([400])
    expect(codes(side('normal'), side('normal', { met: ['HYP-01', 'CON-02'] }))).toEqual([403, 405])
    expect(codes(side('normal'), side('normal', { met: ['ISC-16'] }))).toEqual([400])
  })

  test('a pacemaker that began to pace is a change of rhythm', () => {
    expect(codes(side('normal'), side('normal', { isPaced: true }))).toEqual([401])
  })

  test('leads that an electrode swap may have touched are left out, and that is said', () => {
    const swap: SwapSuspicion = { kind: 'LA-RA', rule: 'LR-01', confidence: 'high', leads: [] }
    const comparison = compareRecordings({
      previous: side('normal'),
      current: side('inferior-stemi', { swap }),
      person: PERSON,
    })
    expect(comparison.changes.some(({ lead }) => lead === 'III')).toBe(false)
    expect(comparison.limitations).toContain('electrodes-suspected')
  })

  test('nothing is said where too little was measured, least of all that nothing changed', () => {
    const previous = side('normal')
    const empty = { ...previous, analysis: { ...previous.analysis, leads: {} }, metFindings: null }
    const comparison = compareRecordings({ previous: empty, current: side('normal'), person: PERSON })
    expect(comparison.codes).toEqual([])
    expect(comparison.limitations).toEqual(['too-little-measured', 'rules-not-compared'])
  })
})
