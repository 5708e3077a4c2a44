import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import { type EcgRecording, LEAD_NAMES, type LeadName } from '../types'
import { layoutTrace, paperSize, STANDARD_SCALE } from './layout-trace'
import { LAYOUT_IDS } from './layouts'

describe('an ECG on paper', () => {
  it('draws 1 mV as 10 mm and 1 s as 25 mm', () => {
    const strip = layoutTrace(recordingOf({ II: step(5000, 4000, 1000) }), '3x4+1', STANDARD_SCALE).boxes.at(-1)
    const points = pointsOf(strip?.pathD ?? '')
    const low = points.filter(([, y]) => y === strip?.yMm)

    expect(points.at(-1)?.[1]).toBe((strip?.yMm ?? 0) - 10)
    expect(Math.max(...low.map(([x]) => x)) - (strip?.xMm ?? 0)).toBeCloseTo(25 * (3999 / 500), 2)
  })

  it.each([
    [25, 10],
    [50, 10],
    [25, 5],
    [50, 20],
  ])('keeps its scale at %i mm/s and %i mm/mV, pulse included', (mmPerSecond, mmPerMv) => {
    const recording = recordingOf({ II: step(5000, 4000, -500) })
    const { boxes, calibrationPulses, widthMm } = layoutTrace(recording, 'rhythm', { mmPerSecond, mmPerMv })
    const points = pointsOf(boxes[0]?.pathD ?? '')

    expect((points.at(-1)?.[1] ?? 0) - (points[0]?.[1] ?? 0)).toBeCloseTo(mmPerMv / 2, 2)
    expect((points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0)).toBeCloseTo((4999 / 500) * mmPerSecond, 2)
    expect(calibrationPulses[0]).toContain(`v-${mmPerMv}h${mmPerSecond / 5}v${mmPerMv}`)
    expect(widthMm).toBe(5 + mmPerSecond / 5 + 10 * mmPerSecond + 2)
  })

  it('shows the columns of 3×4+1 one after the other in time', () => {
    const { boxes } = layoutTrace(recordingOf({ II: flat(5000) }), '3x4+1', STANDARD_SCALE)
    const times = (lead: LeadName) => boxes.find((box) => box.lead === lead)

    expect([times('I')?.startMs, times('aVR')?.startMs, times('V1')?.startMs, times('V4')?.startMs]).toEqual([
      0, 2500, 5000, 7500,
    ])
    expect(boxes.at(-1)).toMatchObject({ lead: 'II', startMs: 0, endMs: 10_000, widthMm: 250 })
  })

  it('keeps an empty, labelled box for a missing lead', () => {
    const { boxes } = layoutTrace(recordingOf({ II: flat(5000) }), '3x4+1', STANDARD_SCALE)
    const missing = boxes.find((box) => box.lead === 'V6')

    expect(missing).toMatchObject({ isMissing: true, pathD: '', widthMm: 62.5 })
  })

  it('leaves paper blank after a short recording', () => {
    const { boxes } = layoutTrace(recordingOf({ II: flat(1500), V1: flat(1500) }), '3x4+1', STANDARD_SCALE)
    const strip = pointsOf(boxes.at(-1)?.pathD ?? '')

    expect((strip.at(-1)?.[0] ?? 0) - (strip[0]?.[0] ?? 0)).toBeCloseTo((1499 / 500) * 25, 2)
    expect(boxes.find((box) => box.lead === 'V1')).toMatchObject({ isMissing: false, pathD: '' })
  })

  it('starts a longer recording where it is told to', () => {
    const recording = recordingOf({ II: step(20_000, 12_000, 1000) })
    const at = (offsetMs: number) =>
      pointsOf(layoutTrace(recording, 'rhythm', STANDARD_SCALE, { offsetMs }).boxes[0]?.pathD ?? '')
    const later = at(20_000)

    expect(new Set(at(0).map(([, y]) => y)).size).toBe(1)
    expect(later[0]?.[1]).toBe(at(0)[0]?.[1])
    expect((later[0]?.[1] ?? 0) - (later.at(-1)?.[1] ?? 0)).toBeCloseTo(10, 2)
  })

  it('draws a stretch of a long recording as it draws the whole', () => {
    const whole = recordingOf({ II: flat(50_000).map((uv, index) => (index > 34_000 && index < 34_100 ? 1000 : uv)) })
    const leads = whole.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.slice(30_000, 45_000) }))
    const stretch = { sampleRateHz: whole.sampleRateHz, leads, startMs: 60_000 }
    const [ofWhole, ofStretch] = [whole, stretch].map((one) => {
      return layoutTrace(one, 'rhythm', STANDARD_SCALE, { offsetMs: 64_321 })
    })
    expect(ofStretch).toEqual(ofWhole)
    expect(pointsOf(ofStretch?.boxes[0]?.pathD ?? '').length).toBeGreaterThan(4)
  })

  it('moves a lead with a constant offset onto its baseline, as a whole', () => {
    const raised = flat(5000).map((_, index) => 3000 + (index === 700 ? 1000 : 0))
    const { boxes } = layoutTrace(recordingOf({ II: raised }), 'rhythm', STANDARD_SCALE)
    const ys = pointsOf(boxes[0]?.pathD ?? '').map(([, y]) => y)

    expect(Math.max(...ys)).toBe(boxes[0]?.yMm)
    expect(Math.min(...ys)).toBe((boxes[0]?.yMm ?? 0) - 10)
  })

  it('grows rather than cut a wave of the first or the last row', () => {
    const tall = flat(5000).map((_, index) => (index % 500 === 9 ? 2000 : index % 500 === 10 ? -1800 : 0))
    const usual = paperSize('rhythm', STANDARD_SCALE)
    const { heightMm, boxes } = layoutTrace(recordingOf({ II: tall }), 'rhythm', STANDARD_SCALE)
    const ys = pointsOf(boxes[0]?.pathD ?? '').map(([, y]) => y)

    expect(Math.min(...ys)).toBeGreaterThan(0)
    expect(Math.max(...ys)).toBeLessThan(heightMm)
    expect(heightMm).toBe(usual.heightMm + 10)
  })

  it.each(LAYOUT_IDS)('has the size of %s before the samples are there', (id) => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 1 })
    const { widthMm, heightMm, boxes } = layoutTrace(recording, id, STANDARD_SCALE)

    expect(paperSize(id, STANDARD_SCALE)).toEqual({ widthMm, heightMm })
    expect(boxes.every((box) => box.xMm + box.widthMm <= widthMm && box.yMm < heightMm)).toBe(true)
  })

  it('shows each of the twelve leads in every full arrangement', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 1 })

    for (const id of ['3x4+1', '3x4+3', '6x2', '12x1', 'cabrera'] as const) {
      const { boxes } = layoutTrace(recording, id, STANDARD_SCALE)
      expect(new Set(boxes.map((box) => box.lead)).size).toBe(12)
      expect(boxes.every((box) => box.pathD.length > 0)).toBe(true)
    }
  })

  it.each([
    ['15', 15],
    ['18', 18],
    ['paediatric', 15],
    ['extra', 7],
  ] as const)('shows the leads beyond the twelve in the arrangement %s', (id, leadCount) => {
    const recording = recordingOf(Object.fromEntries(LEAD_NAMES.map((name) => [name, flat(5000)])))
    const { boxes } = layoutTrace(recording, id, STANDARD_SCALE)

    expect(new Set(boxes.map((box) => box.lead)).size).toBe(leadCount)
    expect(boxes.every((box) => !box.isMissing && box.pathD !== '')).toBe(true)
  })

  it('turns -aVR of Cabrera and the mirrored V1 to V3 upside down', () => {
    const recording = recordingOf({ aVR: step(5000, 1000, 1000), V1: step(5000, 4000, 1000) })
    const cabrera = layoutTrace(recording, 'cabrera', STANDARD_SCALE).boxes.find(({ lead }) => lead === 'aVR')
    const mirrored = layoutTrace(recording, 'posterior', STANDARD_SCALE).boxes[0]
    const endOf = (pathD = '') => pointsOf(pathD).at(-1)?.[1]

    expect(cabrera).toMatchObject({ isInverted: true })
    expect(endOf(mirrored?.pathD)).toBe((mirrored?.yMm ?? 0) + 10)
  })

  it('shows the lead that is asked for alone', () => {
    const { boxes } = layoutTrace(recordingOf({ V3: flat(5000) }), 'single', STANDARD_SCALE, { lead: 'V3' })

    expect(boxes).toMatchObject([{ lead: 'V3', isMissing: false }])
  })

  it('is small enough to send: under 100 kB for ten noisy seconds', () => {
    const { recording } = makeEcg({ scenario: 'anterior-stemi', seed: 1 })
    const { boxes } = layoutTrace(recording, '3x4+1', STANDARD_SCALE)

    expect(boxes.reduce((sum, box) => sum + box.pathD.length, 0)).toBeLessThan(100_000)
  })
})

function recordingOf(samples: Partial<Record<LeadName, Float32Array>>): EcgRecording {
  const { recording } = makeEcg({ scenario: 'normal', seed: 1, durationMs: 1000 })
  const leads = Object.entries(samples) as [LeadName, Float32Array][]
  return { ...recording, leads: leads.map(([name, samplesUv]) => ({ name, samplesUv, isDerived: false })) }
}

const flat = (sampleCount: number) => new Float32Array(sampleCount)

/** Zero up to a sample, then a constant. */
const step = (sampleCount: number, fromIndex: number, toUv: number) =>
  flat(sampleCount).map((_, index) => (index < fromIndex ? 0 : toUv))

function pointsOf(pathD: string): [number, number][] {
  const numbers = (pathD.match(/-?\d*\.?\d+/g) ?? []).map(Number)
  let x = numbers[0] ?? 0
  let y = numbers[1] ?? 0
  const points: [number, number][] = [[x, y]]
  for (let index = 2; index + 1 < numbers.length; index += 2) {
    x = Math.round((x + (numbers[index] ?? 0)) * 100) / 100
    y = Math.round((y + (numbers[index + 1] ?? 0)) * 100) / 100
    points.push([x, y])
  }
  return points
}
