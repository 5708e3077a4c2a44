import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { decodeSamples, encodeSamples } from '@/ecg/samples-codec'
import { type EcgReading, type EcgRecording, type Reported, STANDARD_LEADS } from '@/ecg/types'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const PULSE = 'calibration-pulse-removed'
const PHILIPS_104 = 'philips/104_3191723_ZZDEMOPTONLY_orig.xml'

type Truth = {
  readonly file: string
  readonly format: string
  readonly durationMs: number
  readonly derived: readonly string[]
  readonly reported: Partial<Reported>
  readonly warnings: readonly string[]
  /** How far a limb lead may be from what I and II say: the rounding of the counts. */
  readonly einthovenUv: number
}

const TRUTHS: readonly Truth[] = [
  {
    file: 'muse/braveheart_example1.xml',
    format: 'muse-xml',
    durationMs: 10_000,
    derived: ['III', 'aVR', 'aVL', 'aVF'],
    reported: { heartRateBpm: 48, prMs: 138, qrsMs: 96, qtMs: 452, qtcMs: 403, rrMs: 1242, qrsAxisDeg: 20 },
    warnings: [],
    einthovenUv: 0.01,
  },
  {
    file: 'muse/braveheart_example2.xml',
    format: 'muse-xml',
    durationMs: 10_000,
    derived: ['III', 'aVR', 'aVL', 'aVF'],
    reported: { heartRateBpm: 65, prMs: 184, qrsMs: 100, qtMs: 420, qtcMs: 437, qrsAxisDeg: -2 },
    warnings: [],
    einthovenUv: 0.01,
  },
  {
    file: 'philips/103_129DYPRG.XML',
    format: 'philips-xml',
    durationMs: 10_700,
    derived: [],
    reported: { heartRateBpm: 41, prMs: 151, qrsMs: 135, qtMs: 476, qtcMs: 393, qrsAxisDeg: -21 },
    warnings: [PULSE],
    einthovenUv: 15,
  },
  {
    file: PHILIPS_104,
    format: 'philips-xml',
    durationMs: 10_700,
    derived: [],
    reported: { heartRateBpm: 84, rrMs: 714, pMs: 148, prMs: 144, qrsMs: 84, qtMs: 352, qtcMs: 417 },
    warnings: [PULSE],
    einthovenUv: 12,
  },
]

describe('a real recording in XML', () => {
  for (const truth of TRUTHS) {
    it.skipIf(isAbsent(truth.file))(`reads as its ground truth says: ${truth.file}`, () => {
      const recording = recordingOf(truth.file)
      const { leads, sampleRateHz } = recording
      expect(recording.format).toBe(truth.format)
      expect(sampleRateHz).toBe(500)
      expect(((leads[0]?.samplesUv.length ?? 0) / sampleRateHz) * 1000).toBe(truth.durationMs)
      expect(leads.map(({ name }) => name)).toEqual(STANDARD_LEADS)
      expect(leads.filter(({ isDerived }) => isDerived).map(({ name }) => name)).toEqual(truth.derived)
      expect(recording.reported).toMatchObject(truth.reported)
      expect(recording.warnings).toEqual(truth.warnings)
      expect(einthovenErrorUv(recording)).toBeLessThanOrEqual(truth.einthovenUv)
    })

    it.skipIf(isAbsent(truth.file))(`comes back exactly from its compressed form: ${truth.file}`, () => {
      const recording = recordingOf(truth.file)
      expectSameSamples({ ...recording, ...decodeSamples(encodeSamples(recording)) }, recording)
    })
  }

  it.skipIf(isAbsent(PHILIPS_104))('is the same in UTF-16 and in UTF-8', () => {
    const other = recordingOf('philips/104_3191723_js_variant_utf8.xml')
    expectSameSamples(recordingOf(PHILIPS_104), other)
    expect(other.reported.heartRateBpm).toBe(84)
  })

  it.skipIf(isAbsent('philips/103_129DYPRG.XML'))('keeps the words of the device', () => {
    const { reported, recordedAt, device } = recordingOf('philips/103_129DYPRG.XML')
    expect(reported.statements).toContain('>>> Acute MI <<<')
    expect(reported.statements).toContain('Sinus bradycardia: rate< 50')
    expect(reported.statements.at(-1)).toBe('- ABNORMAL ECG -')
    expect(recordedAt?.local).toBe('2011-12-01T07:27:34')
    expect(device).toMatchObject({ manufacturer: 'Philips', model: 'HeartstartMRx', serial: '0001' })
  })
})

function isAbsent(file: string): boolean {
  return !existsSync(join(DATA, file))
}

function reading(file: string): EcgReading {
  return readEcgFile(new Uint8Array(readFileSync(join(DATA, file))))
}

function recordingOf(file: string): EcgRecording {
  const result = reading(file)
  if (result.kind !== 'waveform') throw new Error(`${file} is no waveform`)
  return result.recording
}

function einthovenErrorUv({ leads }: EcgRecording): number {
  const at = (name: string, index: number) => leads.find((lead) => lead.name === name)?.samplesUv[index] ?? Number.NaN
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  const errors = Array.from({ length: sampleCount }, (_, index) =>
    Math.max(
      Math.abs(at('II', index) - at('I', index) - at('III', index)),
      Math.abs(at('aVR', index) + (at('I', index) + at('II', index)) / 2),
    ),
  )
  return Math.max(...errors)
}

function expectSameSamples(recording: EcgRecording, other: EcgRecording): void {
  for (const lead of other.leads) {
    const same = recording.leads.find(({ name }) => name === lead.name)
    expect(same?.samplesUv).toEqual(lead.samplesUv)
  }
}
