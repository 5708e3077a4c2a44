import { describe, expect, it } from 'vitest'
import type { PWave } from '../measure/types'
import type { RuleContext } from './rule'
import { beatsAt } from './testing/beats-at'
import { type AnalysisPatch, findingOf, statusOf } from './testing/make-analysis'

const rate = (heartRateBpm: number): AnalysisPatch => ({ measurements: { heartRateBpm } })
const classOf = (id: string, patch: AnalysisPatch, context: Partial<RuleContext> = {}) => {
  const { status, class: itsClass } = findingOf(id, patch, context)
  return status === 'met' ? itsClass : status
}

/** P waves and beats from `[P onset, PR or null]`: a P wave without a PR leads to no QRS. */
function conduction(steps: readonly (readonly [pOnsetMs: number, prMs: number | null])[]): AnalysisPatch {
  const conducted = steps.flatMap(([onsetMs, prMs]) => (prMs === null ? [] : [onsetMs + prMs + 40]))
  const pWaves = steps.map(([onsetMs, prMs]): PWave => {
    const atMs = prMs === null ? -1 : onsetMs + prMs + 40
    const beatIndex = conducted.indexOf(atMs)
    return { onsetMs, peakMs: onsetMs + 45, offsetMs: onsetMs + 100, beatIndex: beatIndex < 0 ? null : beatIndex }
  })
  return { analysis: { pWaves, beats: beatsAt(conducted.map((atMs) => ({ atMs }))) } }
}

describe('AV block', () => {
  const steady = (count: number, stepMs: number): [number, number | null][] =>
    Array.from({ length: count }, (_, index) => [100 + index * stepMs, 180])

  it('of the third degree has regular P, regular slower QRS and no relation (RHY-10)', () => {
    const pWaves = Array.from({ length: 14 }, (_, index) => index * 700)
    const complete = (bpm: number): AnalysisPatch => ({
      measurements: { heartRateBpm: bpm },
      rhythm: { rrCv: 0.01, atrialRateBpm: 86 },
      analysis: {
        pWaves: pWaves.map((onsetMs) => ({ onsetMs, peakMs: onsetMs + 45, offsetMs: onsetMs + 90, beatIndex: null })),
        beats: beatsAt([400, 2000, 3600, 5200, 6800, 8400].map((atMs) => ({ atMs }))),
      },
    })
    expect(classOf('RHY-10', complete(38))).toBe('EMERGENT')
    expect(classOf('RHY-10', complete(66))).toBe('URGENT')
    expect(statusOf('RHY-10', complete(80))).toBe('not_met')
    expect(statusOf('RHY-10', { ...conduction(steady(8, 1200)), ...rate(50) })).toBe('not_met')
  })

  it('is advanced when two P waves in a row lead to nothing (RHY-12)', () => {
    const steps: [number, number | null][] = [
      [100, 180],
      [900, null],
      [1700, null],
      [2500, 180],
      [3300, null],
      [4100, null],
      [4900, 180],
      [5700, 180],
    ]
    expect(classOf('RHY-12', conduction(steps))).toBe('EMERGENT')
    expect(statusOf('RHY-12', conduction(steady(8, 800)))).toBe('not_met')
  })

  it('is Mobitz II when one P wave is dropped and PR stays (RHY-13)', () => {
    const dropped = steady(9, 800).map(([at, pr], index): [number, number | null] => [at, index === 4 ? null : pr])
    expect(classOf('RHY-13', conduction(dropped))).toBe('URGENT')
    expect(classOf('RHY-13', conduction(dropped), { hasSyncope: true })).toBe('EMERGENT')
  })

  it('is none where the dropped P came too early: a blocked premature beat', () => {
    const early = steady(9, 800).map(([at, pr], index): [number, number | null] =>
      index === 4 ? [at - 250, null] : [at, pr],
    )
    expect(statusOf('RHY-13', conduction(early))).toBe('not_met')
  })

  it('is Mobitz I when PR grows before the drop, 2:1 when every second P is dropped (RHY-14)', () => {
    const growing: [number, number | null][] = [
      [100, 180],
      [900, 250],
      [1700, 300],
      [2500, null],
      [3300, 180],
      [4100, 250],
    ]
    expect(findingOf('RHY-14', conduction(growing))).toMatchObject({ class: 'ROUTINE', textKey: 'textWenckebach' })
    const second = steady(10, 750).map(([at, pr], index): [number, number | null] => [at, index % 2 === 1 ? null : pr])
    expect(findingOf('RHY-14', conduction(second))).toMatchObject({ class: 'URGENT', textKey: 'textTwoToOne' })
    expect(classOf('RHY-14', { ...conduction(second), ...rate(38) })).toBe('EMERGENT')
  })

  it('of the first degree is a long PR', () => {
    const pr = (prMs: number): AnalysisPatch => ({ measurements: { prMs } })
    expect(classOf('RHY-14', pr(201))).toBe('ROUTINE')
    expect(statusOf('RHY-14', pr(200))).toBe('borderline')
    expect(statusOf('RHY-14', pr(180))).toBe('not_met')
    expect(classOf('RHY-14', pr(300))).toBe('URGENT')
  })

  it('threatens where left and right bundle-branch block are seen in one recording, most after a faint', () => {
    const bundles = (left: number, right: number): AnalysisPatch => ({ rhythm: { bundles: { left, right } } })
    expect(findingOf('RHY-14', bundles(5, 4))).toMatchObject({ class: 'URGENT', textKey: 'textBundles' })
    expect(classOf('RHY-14', bundles(2, 6), { hasSyncope: true })).toBe('EMERGENT')
    expect(statusOf('RHY-14', bundles(9, 1))).toBe('not_met')
    expect(statusOf('RHY-14', bundles(10, 0))).toBe('not_met')
  })
})

describe('RHY-17, the pacemaker', () => {
  const atMs = [600, 1450, 2300, 3150, 4000, 4850]
  const paced = (spikesAtMs: readonly number[], beats = atMs): AnalysisPatch => ({
    analysis: { spikesAtMs, beats: beatsAt(beats.map((at) => ({ atMs: at, class: 'paced' as const }))) },
  })
  const spikes = atMs.map((at) => at - 50)

  it('that captures is no problem, its last spike at the end of the strip neither', () => {
    expect(statusOf('RHY-17', paced(spikes))).toBe('not_met')
    expect(statusOf('RHY-17', paced([...spikes, 5650]))).toBe('not_met')
  })

  it('whose spike is followed by nothing has lost capture', () => {
    expect(classOf('RHY-17', paced(spikes, [600, 1450, 3150, 4000, 4850]))).toBe('URGENT')
    const pause = { ...paced(spikes, [600, 1450, 3150, 4000, 4850]), rhythm: { longestRrMs: 2100 } }
    expect(classOf('RHY-17', pause)).toBe('EMERGENT')
  })

  it('that fires right after a beat does not sense it', () => {
    expect(findingOf('RHY-17', paced([...spikes, 1570].toSorted((a, b) => a - b))).textKey).toBe('textSensing')
  })

  it('is not judged by one or two spikes', () => {
    expect(findingOf('RHY-17', paced([550, 1400]))).toMatchObject({ limitations: ['spikes-few'] })
  })
})

describe('RHY-07 under a paced ventricle', () => {
  const pacedWith = (steadyWavesUv: number | null): AnalysisPatch => ({
    analysis: { beats: beatsAt([600, 1450, 2300].map((at) => ({ atMs: at, class: 'paced' as const }))), pWaves: [] },
    measurements: { qrsMs: 150 },
    rhythm: { shareOfBeatsWithP: 0, rrCv: 0.02, nRmssd: 0.02, steadyWavesUv },
  })

  it('is told by waves that never rest, with low confidence', () => {
    const found = findingOf('RHY-07', pacedWith(35))
    expect(found).toMatchObject({ status: 'met', class: 'ROUTINE', confidence: 'low', textKey: 'textPaced' })
    expect(statusOf('RHY-07', pacedWith(null))).not.toBe('met')
  })
})
