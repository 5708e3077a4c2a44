import { describe, expect, it } from 'vitest'
import { analyse } from '@/ecg/analyse'
import type { LeadMeasurements } from '@/ecg/measure/types'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { SCENARIOS, type Scenario } from '@/ecg/synthetic/scenarios'
import { type EcgRecording, LEAD_NAMES, type LeadName, STANDARD_LEADS } from '@/ecg/types'
import { hasRecordings, recordingFiles } from '../support/real-recordings'

/** IEC 60601-2-25: 25 µV, or 5 % above 500 µV. */
const isWithinTolerance = (uv: number, trueUv: number) => Math.abs(uv - trueUv) <= Math.max(25, 0.05 * Math.abs(trueUv))

/** Floors: they may only rise. The device reads its J where its own QRS ends, T from a baseline of its own. */
const LEAST_SYNTHETIC_J_SHARE = 0.95
const LEAST_SYNTHETIC_AXIS_SHARE = 0.92
const FLOORS: Readonly<Record<DeviceQuantity, number>> = {
  pUv: 0.95,
  rUv: 0.9,
  deepestUv: 0.95,
  jUv: 0.5,
  j80Uv: 0.95,
  tUv: 0.6,
}

describe('the numbers of synthetic recordings with light noise, through the whole engine', () => {
  const judged = once(() =>
    (Object.keys(SCENARIOS) as Scenario[]).map((scenario) => {
      const { recording, truth } = makeEcg({ scenario, seed: 1 })
      return { truth, analysis: analyse(recording) }
    }),
  )

  it('have J within 25 µV', () => {
    const errors = judged().flatMap(({ truth, analysis }) =>
      STANDARD_LEADS.map((lead) =>
        Math.abs((analysis.leads[lead]?.jUv ?? Number.NaN) - (truth.jUv?.[lead] ?? Number.NaN)),
      ),
    )
    expect(shareOf(errors, (errorUv) => errorUv <= 25)).toBeGreaterThanOrEqual(LEAST_SYNTHETIC_J_SHARE)
  })

  it('have the axis of QRS within 5°', () => {
    const turns = judged().flatMap(({ truth, analysis }) => {
      const trueDeg = truth.expected.qrsAxisDeg
      const deg = analysis.measurements.qrsAxisDeg
      return trueDeg === null || deg === null ? [] : [Math.abs(((deg - trueDeg + 540) % 360) - 180)]
    })
    expect(shareOf(turns, (turnDeg) => turnDeg <= 5)).toBeGreaterThanOrEqual(LEAST_SYNTHETIC_AXIS_SHARE)
  })
})

describe("the numbers of two real recordings against the device's own, lead by lead", () => {
  const paths = ['philips/103_129DYPRG.XML', 'philips/104_3191723_js_variant_utf8.xml']
  const here = it.skipIf(!hasRecordings(...paths))

  here.each(Object.keys(FLOORS) as DeviceQuantity[])(
    'have %s within 25 µV or 5 percent as often as before',
    (quantity) => {
      const pairs = paths.flatMap((path) => comparedWithDevice(path, quantity))
      expect(pairs).toHaveLength(24)
      expect(shareOf(pairs, ({ ours, device }) => isWithinTolerance(ours, device))).toBeGreaterThanOrEqual(
        FLOORS[quantity],
      )
    },
  )
})

describe('flutter waves in real recordings', () => {
  const flutter = 'wfdb/ludb/52.hea'
  it.skipIf(!hasRecordings(flutter))(`are found in ${flutter}`, () => {
    const { rhythm } = analyse(recordingOf(flutter))
    expect(rhythm.flutter?.periodicity).toBeGreaterThanOrEqual(0.6)
    expect(Math.abs((rhythm.flutter?.rateBpm ?? 0) - 275)).toBeLessThan(10)
  })

  const sinus = [1, 4, 15, 21, 46, 54, 60, 63, 65, 114, 119, 135, 142, 175].map((id) => `wfdb/ludb/${id}.hea`)
  it.skipIf(!hasRecordings(...sinus)).each(sinus)('are not found in the sinus rhythm of %s', (path) => {
    expect(analyse(recordingOf(path)).rhythm.flutter?.periodicity ?? 0).toBeLessThan(0.6)
  })
})

type DeviceQuantity = 'pUv' | 'rUv' | 'deepestUv' | 'jUv' | 'j80Uv' | 'tUv'
type Fields = Readonly<Record<string, number>>

const OURS: Readonly<Record<DeviceQuantity, (lead: LeadMeasurements) => number>> = {
  pUv: ({ pMaxUv, pMinUv }) => taller(pMaxUv ?? Number.NaN, pMinUv ?? Number.NaN),
  rUv: ({ rUv }) => rUv ?? Number.NaN,
  deepestUv: ({ qUv, sUv }) => Math.max(qUv ?? Number.NaN, sUv ?? Number.NaN),
  jUv: ({ jUv }) => jUv ?? Number.NaN,
  j80Uv: ({ j80Uv }) => j80Uv ?? Number.NaN,
  tUv: ({ tMaxUv, tMinUv }) => taller(tMaxUv ?? Number.NaN, tMinUv ?? Number.NaN),
}

const DEVICE: Readonly<Record<DeviceQuantity, (fields: Fields) => number>> = {
  pUv: ({ pamp = 0, ppamp = 0 }) => taller(pamp, ppamp),
  rUv: ({ ramp = 0, rpamp = 0 }) => Math.max(ramp, rpamp),
  deepestUv: ({ qamp = 0, samp = 0, spamp = 0 }) => -Math.min(qamp, samp, spamp),
  jUv: ({ ston = 0 }) => ston,
  j80Uv: ({ st80 = 0 }) => st80,
  tUv: ({ tamp = 0, tpamp = 0 }) => taller(tamp, tpamp),
}

const taller = (one: number, other: number) => (Math.abs(other) > Math.abs(one) ? other : one)

function comparedWithDevice(path: string, quantity: DeviceQuantity) {
  const { leads } = analyse(recordingOf(path))
  return deviceLeads(path).flatMap(({ name, fields }) => {
    const measured = leads[name]
    return measured ? [{ ours: OURS[quantity](measured), device: DEVICE[quantity](fields) }] : []
  })
}

/** The table of the device, in microvolts. */
function deviceLeads(path: string): { name: LeadName; fields: Fields }[] {
  const text = new TextDecoder().decode(recordingFiles(path)[0]?.bytes)
  return [...text.matchAll(/<leadmeasurement leadname="(\w+)".*?<\/leadmeasurement>/gs)].flatMap(([table, label]) => {
    const name = LEAD_NAMES.find((lead) => lead === label)
    const fields = [...table.matchAll(/<(\w+)>(-?[\d.]+)<\//g)].map(([, key, value]) => [key, Number(value)] as const)
    return name ? [{ name, fields: Object.fromEntries(fields) }] : []
  })
}

function recordingOf(path: string): EcgRecording {
  const reading = readEcgFiles(recordingFiles(path))
  if (reading.kind !== 'waveform') throw new Error(`${path} holds no waveform`)
  return reading.recording
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const shareOf = <T>(values: readonly T[], isMeant: (value: T) => boolean) =>
  values.filter(isMeant).length / values.length
