import { describe, expect, it } from 'vitest'
import { type EcgOptions, makeEcg } from '../../synthetic/make-ecg'
import type { PWaveTruth } from '../../synthetic/truth'
import type { LeadName } from '../../types'
import { shapesOf } from '../beat-shapes'
import { detectBeats } from '../detect-beats'
import { prepare } from '../prepare'
import { delineate } from './delineate'

const INDEPENDENT: ReadonlySet<LeadName> = new Set(['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'])

describe('delineate', () => {
  it.each(['normal', 'lbbb', 'rbbb', 'inferior-stemi', 'low-voltage'] as const)(
    'measures %s as it was made',
    (scenario) => {
      const { usual, truth } = delineated({ scenario, seed: 3 })
      const { expected } = truth
      expectNear(usual.pMs, expected.pMs, 10)
      expectNear(usual.prMs, expected.prMs, 10)
      expectNear(usual.qrsMs, expected.qrsMs, 10)
      expectNear(usual.qtMs, expected.qtMs, 15)
    },
  )

  it('measures alike at 250, 500 and 1000 samples a second', () => {
    const usual = [250, 500, 1000].map(
      (sampleRateHz) => delineated({ scenario: 'normal', seed: 5, sampleRateHz }).usual,
    )
    for (const { prMs, qrsMs, qtMs } of usual) {
      expectNear(prMs, usual[1]?.prMs ?? null, 6)
      expectNear(qrsMs, usual[1]?.qrsMs ?? null, 6)
      expectNear(qtMs, usual[1]?.qtMs ?? null, 8)
    }
  })

  it.each([
    'atrial-fibrillation',
    'atrial-fibrillation-block',
    'atrial-flutter-variable',
    'junctional',
    'paced',
  ] as const)('finds no P in %s', (rhythm) => {
    expect(delineated({ scenario: 'normal', rhythm, seed: 2 }).marks.pWaves).toEqual([])
  })

  it('finds the P waves of a Wenckebach period, the dropped ones too', () => {
    const { marks, truth } = delineated({ scenario: 'normal', rhythm: 'mobitz-1', seed: 1 })
    expect(shareFound(truth.pWaves, marks.pWaves)).toBeGreaterThan(0.9)
    expect(marks.pWaves.filter(({ beatIndex }) => beatIndex === null).length).toBeGreaterThan(0)
  })

  it('leads no P to a beat when atria and ventricles beat apart', () => {
    const { marks, truth } = delineated({ scenario: 'normal', rhythm: 'av-block-3', seed: 1 })
    expect(shareFound(truth.pWaves, marks.pWaves)).toBeGreaterThan(0.5)
    expect(marks.pWaves.every(({ beatIndex }) => beatIndex === null)).toBe(true)
    expect(marks.beats.every(({ pOnsetMs }) => pOnsetMs === null)).toBe(true)
  })

  it('finds P waves where no beat follows at all', () => {
    const { marks, truth } = delineated({ scenario: 'normal', rhythm: 'p-wave-asystole', seed: 1 })
    expect(shareFound(truth.pWaves, marks.pWaves)).toBeGreaterThan(0.9)
  })

  it('puts global limits outside the middle of the leads', () => {
    const { marks } = delineated({ scenario: 'rbbb', seed: 1 })
    marks.beats.forEach(({ qrsOffsetMs }, index) => {
      expect(qrsOffsetMs ?? 0).toBeGreaterThanOrEqual((marks.medianMarks[index]?.qrsOffsetMs ?? 0) - 8)
    })
  })

  it('marks the other leads when one has missing samples', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 3 })
    const leads = recording.leads.map((lead) =>
      lead.name === 'V3'
        ? { ...lead, samplesUv: lead.samplesUv.map((value, at) => (at % 1000 < 400 ? Number.NaN : value)) }
        : lead,
    )
    const marks = delineatedRecording({ ...recording, leads })
    expect(marks.beats.every(({ qrsOnsetMs, tOffsetMs }) => qrsOnsetMs !== null && tOffsetMs !== null)).toBe(true)
  })

  it('finds nothing where there is no lead and no beat', () => {
    const nothing = {
      sampleRateHz: 500,
      leads: [],
      rPeaks: [],
      groups: [],
      usableLeads: new Set<LeadName>(),
      spikesAtMs: [],
    }
    expect(delineate(nothing)).toEqual({ beats: [], medianMarks: [], beatsByLead: {}, pWaves: [] })
  })
})

function delineated(options: EcgOptions) {
  const { recording, truth } = makeEcg(options)
  const marks = delineatedRecording(recording)
  const middle = (from: 'pOnsetMs' | 'qrsOnsetMs', to: 'pOffsetMs' | 'qrsOnsetMs' | 'qrsOffsetMs' | 'tOffsetMs') =>
    median(
      marks.beats.flatMap((beat) => {
        const [start, end] = [beat[from], beat[to]]
        return start === null || end === null ? [] : [end - start]
      }),
    )
  const usual = {
    pMs: middle('pOnsetMs', 'pOffsetMs'),
    prMs: middle('pOnsetMs', 'qrsOnsetMs'),
    qrsMs: middle('qrsOnsetMs', 'qrsOffsetMs'),
    qtMs: middle('qrsOnsetMs', 'tOffsetMs'),
  }
  return { marks, truth, usual }
}

function delineatedRecording(recording: ReturnType<typeof makeEcg>['recording']) {
  const { leads, sampleRateHz, spikesAtMs } = prepare(recording)
  const independent = leads.filter(({ name }) => INDEPENDENT.has(name))
  const found = detectBeats(
    independent.map(({ rawUv }) => rawUv),
    sampleRateHz,
  )
  const { rIndices, groups } = shapesOf(independent, found, sampleRateHz)
  const usableLeads = new Set(leads.map(({ name }) => name))
  return delineate({ sampleRateHz, leads, rPeaks: rIndices, groups, usableLeads, spikesAtMs })
}

function shareFound(truth: readonly PWaveTruth[], found: readonly { readonly peakMs: number }[]): number {
  const isFound = ({ onsetAtMs, offsetAtMs }: PWaveTruth) =>
    found.some(({ peakMs }) => peakMs > onsetAtMs - 20 && peakMs < offsetAtMs + 20)
  return truth.filter(isFound).length / truth.length
}

function median(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? null
}

function expectNear(actual: number | null, expected: number | null, withinMs: number): void {
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(withinMs)
}
