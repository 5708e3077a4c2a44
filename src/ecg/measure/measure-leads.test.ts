import { describe, expect, test } from 'vitest'
import { makeBeat, ventricularMv, wavesMv } from '../synthetic/beat'
import { eight } from '../synthetic/morphology'
import { SCENARIOS, type Scenario } from '../synthetic/scenarios'
import { twelveFromEight } from '../synthetic/twelve-leads'
import { STANDARD_LEADS, type StandardLead } from '../types'
import { type MeasuredLeads, measureLeads } from './measure-leads'
import { noiseFreeBeat } from './testing/noise-free-beat'
import type { LeadMeasurements } from './types'

const NAMES = Object.keys(SCENARIOS) as Scenario[]

const measured = (scenario: Scenario) => measureLeads(noiseFreeBeat(SCENARIOS[scenario]), STANDARD_LEADS)

function lead(leads: MeasuredLeads, name: StandardLead): LeadMeasurements {
  const found = leads[name]
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('levels of the ST segment against the level before QRS', () => {
  test.each(NAMES)('of %s are the true ones within 25 µV in every lead', (scenario) => {
    const beat = makeBeat(SCENARIOS[scenario], 60_000 / SCENARIOS[scenario].heartRateBpm)
    const leads = measured(scenario)
    const sumUv = (timeMs: number) => {
      const p = wavesMv(beat.p, timeMs)
      const ventricular = ventricularMv(beat, timeMs)
      return twelveFromEight(eight((index) => (p[index] ?? 0) + (ventricular[index] ?? 0))).map((mv) => mv * 1000)
    }
    const zeroUv = sumUv(beat.limits.qrsOnsetMs - 8)
    const trueUv = (afterMs: number) =>
      sumUv(beat.limits.qrsOffsetMs + afterMs).map((uv, index) => uv - (zeroUv[index] ?? 0))
    STANDARD_LEADS.forEach((name, index) => {
      const { jUv, j20Uv, j40Uv, j60Uv, j80Uv } = lead(leads, name)
      ;[jUv, j20Uv, j40Uv, j60Uv, j80Uv].forEach((levelUv, step) => {
        const errorUv = (levelUv ?? Number.NaN) - (trueUv(step * 20)[index] ?? 0)
        expect(Math.abs(errorUv), `${name} J${step * 20}`).toBeLessThanOrEqual(25)
      })
    })
  })
})

describe('waves of QRS', () => {
  test('a normal V5 has q, R and s of the drawn heights', () => {
    const { qUv, rUv, sUv, rPrimeUv, sPrimeUv, rPeakTimeMs } = lead(measured('normal'), 'V5')
    expect(Math.abs((rUv ?? 0) - 1450)).toBeLessThanOrEqual(25)
    expect(qUv).toBeGreaterThan(50)
    expect(sUv).toBeGreaterThan(130)
    expect([rPrimeUv, sPrimeUv]).toEqual([0, 0])
    expect(rPeakTimeMs).toBeLessThanOrEqual(50)
  })

  test('a lead of left bundle branch block has no Q, a notch, and a late last peak', () => {
    const { qUv, sUv, hasQrsNotch, rPeakTimeMs } = lead(measured('lbbb'), 'V6')
    expect([qUv, sUv]).toEqual([0, 0])
    expect(hasQrsNotch).toBe(true)
    expect(rPeakTimeMs).toBeGreaterThan(60)
  })

  test('QS stands in S alone', () => {
    const { qUv, rUv, sUv, rPeakTimeMs } = lead(measured('lbbb'), 'V2')
    expect([qUv, rUv, rPeakTimeMs]).toEqual([0, 0, null])
    expect(sUv).toBeGreaterThan(1400)
  })

  test('right bundle branch block shows two positive waves in V1, the tallest as R', () => {
    const { rUv, rPrimeUv, sUv, rPeakTimeMs } = lead(measured('rbbb'), 'V1')
    expect(Math.abs((rUv ?? 0) - 850)).toBeLessThanOrEqual(43)
    expect(rPrimeUv).toBeGreaterThan(150)
    expect(sUv).toBeGreaterThan(900)
    expect(rPeakTimeMs).toBeGreaterThan(50)
  })

  test('a depressed ST segment makes no S and a raised one no R′', () => {
    expect(lead(measured('diffuse-st-depression'), 'V5').sUv).toBe(0)
    expect(lead(measured('inferior-stemi'), 'III')).toMatchObject({ rPrimeUv: 0, sUv: 0 })
    expect(lead(measured('anterior-stemi'), 'V2').rPrimeUv).toBe(0)
  })

  test('a delta wave makes a slow beginning', () => {
    const leads = measured('wpw')
    for (const name of ['I', 'II', 'V4', 'V5', 'V6'] as const) {
      expect(lead(leads, name).initialSlopeRatio, name).toBeLessThan(0.5)
      expect(lead(measured('normal'), name).initialSlopeRatio, name).toBeGreaterThan(0.7)
    }
  })
})

describe('P and T', () => {
  test('P of the normal beat is as high as it was drawn', () => {
    const leads = measured('normal')
    expect(Math.abs((lead(leads, 'II').pMaxUv ?? 0) - 120)).toBeLessThanOrEqual(25)
    expect(lead(leads, 'aVR').pMaxUv).toBe(0)
    expect(lead(leads, 'V1').pTerminalForceUvMs).toBe(0)
  })

  test('P that ends below the line has a terminal force of depth times length', () => {
    const table = SCENARIOS.normal
    const p = table.p[0]
    if (!p) throw new Error('the normal beat has a P wave')
    const late = { ...p, peakMs: p.peakMs + 40, sigmaLeftMs: 12, sigmaRightMs: 12 }
    const biphasic = { ...table, p: [p, { ...late, amplitudesMv: [0, 0, -0.14, 0, 0, 0, 0, 0] as const }] }
    const force = lead(measureLeads(noiseFreeBeat(biphasic), STANDARD_LEADS), 'V1').pTerminalForceUvMs
    expect(force).toBeGreaterThan(4000)
    expect(force).toBeLessThan(9000)
  })

  test('a T wave in two parts has a top and then a bottom', () => {
    const { tMaxUv, tMinUv, tMaxAtMs, tMinAtMs } = lead(measured('wellens-a'), 'V3')
    expect(Math.abs((tMaxUv ?? 0) - 320)).toBeLessThanOrEqual(25)
    expect(Math.abs((tMinUv ?? 0) + 320)).toBeLessThanOrEqual(25)
    expect(tMaxAtMs).toBeLessThan(tMinAtMs ?? 0)
  })

  test('a depressed ST segment before an upright T is no inverted T', () => {
    const { tMaxUv, tMinUv } = lead(measured('diffuse-st-depression'), 'V3')
    expect(tMinUv).toBe(0)
    expect(tMaxUv).toBeGreaterThan(150)
  })

  test('the tall T of hyperkalaemia is narrow and symmetric', () => {
    const { tMaxUv, tHalfWidthMs, tSymmetry } = lead(measured('hyperkalaemia-moderate'), 'V3')
    expect(Math.abs((tMaxUv ?? 0) - 1600)).toBeLessThanOrEqual(80)
    expect(Math.abs((tHalfWidthMs ?? 0) - 61)).toBeLessThanOrEqual(5)
    expect(tSymmetry).toBeGreaterThan(0.9)
    expect(tSymmetry).toBeLessThan(1.1)
  })
})

describe('a lead that cannot be measured', () => {
  test('a hole in QRS leaves no number of QRS, a hole in T none of T', () => {
    const beat = noiseFreeBeat(SCENARIOS.normal)
    const withHole = (atMs: number) => {
      const samplesUv = (beat.leads.V2 ?? new Float32Array()).slice()
      samplesUv[Math.round(atMs / 2)] = Number.NaN
      return lead(measureLeads({ ...beat, leads: { ...beat.leads, V2: samplesUv } }, STANDARD_LEADS), 'V2')
    }
    expect(withHole(350)).toMatchObject({ rUv: null, qrsPeakToPeakUv: null, initialSlopeRatio: null })
    expect(withHole(350).tMaxUv).not.toBeNull()
    expect(withHole(600)).toMatchObject({ tMaxUv: null, tHalfWidthMs: null })
    expect(withHole(600).rUv).not.toBeNull()
  })

  test('without marks nothing is measured, and a bad lead says that it is not usable', () => {
    const beat = noiseFreeBeat(SCENARIOS.normal)
    const unmarked = measureLeads({ ...beat, marks: { ...beat.marks, qrsOnsetMs: null } }, ['V1'])
    expect(lead(unmarked, 'V1')).toMatchObject({ isUsable: true, rUv: null, jUv: null, tMaxUv: null })
    expect(lead(unmarked, 'V2').isUsable).toBe(false)
  })
})
