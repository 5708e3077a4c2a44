import { describe, expect, it } from 'vitest'
import type { EcgRecording, LeadName } from '../types'
import { makeEcg } from './make-ecg'
import { labelledSuite, mayBeMet, type SuiteCase } from './suite'
import { TWINS } from './twins'

const suite = [...labelledSuite(2)]

describe('the labelled suite', () => {
  it('is as large as asked for, and names no case twice', () => {
    expect([...labelledSuite()].length).toBeGreaterThan(1500)
    expect(new Set(suite.map(({ name }) => name)).size).toBe(suite.length)
  })

  it('knows findings by the identifiers of the specification', () => {
    const ids = suite.flatMap(({ expectedFindings, allowedFindings }) => [...expectedFindings, ...allowedFindings])

    expect(ids.every((id) => /^(ISC|RHY|CON|HYP|MET|OTH)-\d\d(-[A-Z]+)?$/.test(id))).toBe(true)
  })

  it('allows a part of what it allows, and no more', () => {
    const entry = suite.find(({ name }) => name === 'morphology rbbb 1')

    expect(entry && mayBeMet('CON-02', entry)).toBe(true)
    expect(entry && mayBeMet('HYP-02-AXIS', entry)).toBe(true)
    expect(entry && mayBeMet('HYP-01', entry)).toBe(false)
  })

  it('makes the same recording from the same case', () => {
    const entry = suite[40]

    expect(entry?.make()).toEqual(entry?.make())
  })

  it.each(casesOfClearElevation())('meets ST elevation exactly where it expects it: %s', (_, entry) => {
    const { sex, ageYears } = entry.context
    const { jUv } = entry.make().truth

    expect(jUv && meetsElevation(jUv, sex === 'female', ageYears ?? 40)).toBe(entry.expectedFindings.includes('ISC-01'))
  })
})

describe('a twin', () => {
  it.each(TWINS.map((twin) => [twin.name, twin] as const))(
    'has in truth the very number it is named for: %s',
    (_, twin) => {
      const { truth } = makeEcg({ ...twin.options, seed: 1 })
      const { jUv = {}, qrsMs = truth.expected.qrsMs, qtcMs = truth.expected.qtcMs } = twin.options.adjust ?? {}

      for (const [lead, uv] of Object.entries(jUv)) expect(truth.jUv?.[lead as 'I']).toBeCloseTo(uv, 1)
      expect(truth.expected.qrsMs).toBe(qrsMs)
      expect(Math.abs((truth.expected.qtcMs ?? 0) - (qtcMs ?? 0))).toBeLessThan(1)
      if (twin.options.heartRateBpm) expect(truth.heartRateBpm).toBeCloseTo(twin.options.heartRateBpm, 6)
    },
  )
})

describe('the truth about a level', () => {
  it.each(['anterior-stemi', 'pericarditis', 'wpw', 'lbbb', 'de-winter'] as const)(
    'is what the samples say at the end of QRS, within half a step: %s',
    (scenario) => {
      const rhythm = 'sinus-regular'
      const { recording, truth } = makeEcg({
        scenario,
        rhythm,
        seed: 1,
        sampleRateHz: 2000,
        noise: {},
        variation: 'none',
      })
      const beat = truth.beats[2]
      for (const lead of ['II', 'V2', 'V5'] as const) {
        const samples = samplesOf(recording, lead)
        const at = (ms: number) => samples[Math.round(ms * 2)] ?? Number.NaN
        const before = Array.from({ length: 25 }, (_, index) => at((beat?.qrsOnsetAtMs ?? 0) - 14 + index / 2))
        const levelUv = before.reduce((sum, uv) => sum + uv, 0) / before.length
        const jUv = at(beat?.qrsOffsetAtMs ?? 0) - levelUv

        expect(Math.abs(jUv - (truth.jUv?.[lead] ?? 0))).toBeLessThan(8)
      }
    },
  )
})

describe('a wave limit in the truth', () => {
  it.each(['normal', 'rbbb', 'osborn', 'child-2-years'] as const)(
    'lies where the waves of the group first and last exceed 20 µV: %s',
    (scenario) => {
      const options = { scenario, rhythm: 'sinus-regular', seed: 1, noise: {}, variation: 'none' } as const
      const { recording, truth } = makeEcg({ ...options, sampleRateHz: 2000 })
      const beat = truth.beats[2]
      const { onsetAtMs = 0, offsetAtMs = 0 } = truth.pWaves.find((p) => p.conductedToAtMs === beat?.qrsOnsetAtMs) ?? {}
      const highestUv = (ms: number) =>
        Math.max(...recording.leads.map(({ samplesUv }) => Math.abs(samplesUv[Math.round(ms * 2)] ?? 0)))

      for (const edgeMs of [onsetAtMs, beat?.qrsOnsetAtMs ?? 0]) {
        expect(highestUv(edgeMs + 1)).toBeGreaterThan(20)
        expect(highestUv(edgeMs - 2)).toBeLessThan(22.5)
      }
      expect(highestUv(offsetAtMs + 2)).toBeLessThan(22.5)
      expect(highestUv((beat?.tOffsetAtMs ?? 0) + 2)).toBeLessThan(22.5)
    },
  )
})

describe('a rhythm', () => {
  const truthOf = (rhythm: NonNullable<Parameters<typeof makeEcg>[0]['rhythm']>) =>
    makeEcg({ scenario: 'normal', rhythm, seed: 4 }).truth

  it('pauses for as long as asked', () => {
    const { truth } = makeEcg({ scenario: 'normal', rhythm: 'sinus-pause', seed: 4, pauseMs: 2900 })
    const intervals = truth.beats.slice(1).map((beat, index) => beat.peakAtMs - (truth.beats[index]?.peakAtMs ?? 0))

    expect(Math.max(...intervals)).toBeCloseTo(2900, 6)
  })

  it('of pre-excited fibrillation is irregular, wide, and as fast as 210 ms allow', () => {
    const { beats, pWaves } = truthOf('atrial-fibrillation-pre-excited')
    const widths = beats.map(({ qrsOnsetAtMs, qrsOffsetAtMs }) => qrsOffsetAtMs - qrsOnsetAtMs)

    expect(pWaves).toEqual([])
    expect(beats.length).toBeGreaterThan(20)
    expect(widths.filter((ms) => ms >= 120).length).toBeGreaterThan(beats.length / 2)
  })

  it('paced in both chambers has two spikes to a beat', () => {
    const { beats, spikesAtMs, pWaves } = truthOf('paced-av')

    expect(Math.abs(spikesAtMs.length - 2 * beats.length)).toBeLessThanOrEqual(2)
    expect(pWaves.some(({ conductedToAtMs }) => conductedToAtMs !== null)).toBe(true)
  })

  it('with a premature P that meets deaf ears pauses, and the P before the pause came early', () => {
    const { pWaves } = truthOf('atrial-premature-blocked')

    expect(pWaves.some(({ conductedToAtMs }) => conductedToAtMs === null)).toBe(true)
  })
})

/** Not where LBBB or hyperkalaemia raises ST by itself, nor where there is no beat. */
function casesOfClearElevation() {
  const isUnclear = ({ options, allowedFindings }: SuiteCase) =>
    /^(lbbb|hyperkalaemia-severe)/.test(options.scenario) || allowedFindings.includes('ISC-01')
  return suite
    .filter((entry) => (entry.group === 'morphology' || entry.group === 'twin') && !isUnclear(entry))
    .map((entry) => [entry.name, entry] as const)
}

type Levels = Readonly<Record<LeadName | 'I', number>> | Readonly<Partial<Record<LeadName, number>>>

/** Fourth Universal Definition, written down once more and apart from the rules. */
function meetsElevation(jUv: Levels, isWoman: boolean, ageYears: number): boolean {
  const inFrontUv = isWoman ? 150 : ageYears < 40 ? 250 : 200
  const isUp = (lead: LeadName) => Math.round(jUv[lead] ?? 0) >= (lead === 'V2' || lead === 'V3' ? inFrontUv : 100)
  const neighbours: readonly (readonly [LeadName, LeadName])[] = [
    ['aVL', 'I'],
    ['II', 'aVF'],
    ['aVF', 'III'],
    ['II', 'III'],
    ['V1', 'V2'],
    ['V2', 'V3'],
    ['V3', 'V4'],
    ['V4', 'V5'],
    ['V5', 'V6'],
  ]
  return neighbours.some(([one, other]) => isUp(one) && isUp(other))
}

function samplesOf(recording: EcgRecording, name: LeadName): Float32Array {
  return recording.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array()
}
