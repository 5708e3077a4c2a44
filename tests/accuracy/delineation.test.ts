/** Intervals against exact truth and against what good carts printed; `ECG_DATA_DIR` says where the recordings are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { INTERVAL_LIMITS } from '@/cli/ecg/accuracy/made-table'
import { markWaves } from '@/ecg/mark-waves'
import type { Marks } from '@/ecg/measure/types'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { SCENARIOS, type Scenario } from '@/ecg/synthetic/scenarios'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')

type Interval = 'pMs' | 'prMs' | 'qrsMs' | 'qtMs'

const LIMITS: Readonly<Record<Interval, readonly [keyof Marks, keyof Marks]>> = {
  pMs: ['pOnsetMs', 'pOffsetMs'],
  prMs: ['pOnsetMs', 'qrsOnsetMs'],
  qrsMs: ['qrsOnsetMs', 'qrsOffsetMs'],
  qtMs: ['qrsOnsetMs', 'tOffsetMs'],
}

/** What the device itself measured, and how far we may be from it. */
const DEVICES = [
  ['scp/Example_clark_v20.scp', { pMs: 102, prMs: 148, qrsMs: 120, qtMs: 420 }],
  ['aecg/hl7_Example_aECG.xml', { pMs: 102, prMs: 148, qrsMs: 120, qtMs: 420 }],
  ['muse/braveheart_example1.xml', { prMs: 138, qrsMs: 96, qtMs: 452 }],
  ['muse/braveheart_example2.xml', { prMs: 184, qrsMs: 100, qtMs: 420 }],
  ['dicom/waveform_ecg_pydicom.dcm', { prMs: 161, qrsMs: 75, qtMs: 368 }],
] as const
const NEAR_MS: Readonly<Record<Interval, number>> = { pMs: 10, prMs: 12, qrsMs: 10, qtMs: 27 }

describe('made ECGs of every morphology', () => {
  const errors = errorsOfMorphologies()
  for (const interval of ['pMs', 'prMs', 'qrsMs', 'qtMs'] as const) {
    it(`are measured as they were made: ${interval}`, () => {
      const [mean, spread] = INTERVAL_LIMITS[interval]
      const values = errors[interval]
      expect(values.length).toBeGreaterThan(40)
      expect(Math.abs(meanOf(values))).toBeLessThanOrEqual(mean)
      expect(spreadOf(values)).toBeLessThanOrEqual(spread)
    })
  }
})

describe('a recording that its device measured', () => {
  for (const [file, device] of DEVICES) {
    it.skipIf(!existsSync(join(DATA, file)))(`is measured like it: ${file}`, () => {
      const reading = readEcgFile(readFileSync(join(DATA, file)))
      if (reading.kind !== 'waveform') throw new Error('not a waveform')
      const { beats } = markWaves(reading.recording).delineation
      for (const [interval, theirs] of Object.entries(device) as [Interval, number][]) {
        const ours = usual(beats, interval)
        expect(Math.abs((ours ?? 0) - theirs), `${interval} ${ours}`).toBeLessThanOrEqual(NEAR_MS[interval])
      }
    })
  }
})

function errorsOfMorphologies(): Record<Interval, number[]> {
  const errors: Record<Interval, number[]> = { pMs: [], prMs: [], qrsMs: [], qtMs: [] }
  for (const scenario of Object.keys(SCENARIOS) as Scenario[]) {
    for (const seed of [1, 2, 3, 4]) {
      const { recording, truth } = makeEcg({ scenario, seed })
      const { beats } = markWaves(recording).delineation
      for (const interval of ['pMs', 'prMs', 'qrsMs', 'qtMs'] as const) {
        const [ours, theirs] = [usual(beats, interval), truth.expected[interval]]
        if (ours !== null && theirs !== null) errors[interval].push(ours - theirs)
      }
    }
  }
  return errors
}

/** Median over the beats. */
function usual(beats: readonly Marks[], interval: Interval): number | null {
  const [from, to] = LIMITS[interval]
  const lengths = beats.flatMap((marks) => {
    const [start, end] = [marks[from], marks[to]]
    return start === null || end === null ? [] : [end - start]
  })
  return lengths.sort((one, other) => one - other)[lengths.length >> 1] ?? null
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
