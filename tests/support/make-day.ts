/** A day of three leads at 250 Hz on disk, in the formats that are read in pieces: a made minute, over and over. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { makeDicom, waveformGroup } from './make-dicom'
import { makeEdf } from './make-edf'
import { makeIshne } from './make-ishne'
import { packWfdb } from './make-wfdb'

export const DAY_RATE_HZ = 250
const TILE_SECONDS = 60
const TILES = 24 * 60
const DAY_SAMPLES = TILES * TILE_SECONDS * DAY_RATE_HZ
const STEP_UV = 2.5
const DATA_RECORDS_FIELD = 236

/** The bytes before the samples, those of a minute, and those after. */
type Parts = { readonly head: Uint8Array; readonly tile: Uint8Array; readonly tail?: Uint8Array }

const PARTS: Readonly<Record<string, () => Parts>> = { edf: edfParts, ishne: ishneParts, dicom: dicomParts }
const WFDB_FORMATS: Readonly<Record<string, number>> = { 'wfdb-16': 16, 'wfdb-212': 212 }

export const DAY_FORMATS: readonly string[] = [...Object.keys(PARTS), ...Object.keys(WFDB_FORMATS)]

/** Returns the paths of its files. */
export function writeDay(format: string, folder: string): readonly string[] {
  const storage = WFDB_FORMATS[format]
  const path = join(folder, storage === undefined ? `day.${format}` : 'day.dat')
  const parts = storage === undefined ? PARTS[format]?.() : { head: new Uint8Array(0), tile: wfdbTile(storage) }
  if (!parts) throw new Error(`no day of ${format}`)
  write(path, [parts.head, ...Array<Uint8Array>(TILES).fill(parts.tile), parts.tail ?? new Uint8Array(0)])
  if (storage === undefined) return [path]
  const signals = ['I', 'II', 'V1'].map((name) => `day.dat ${storage} 400/mV 12 0 0 0 0 ${name}`)
  const header = join(folder, 'day.hea')
  write(header, [new TextEncoder().encode([`day 3 ${DAY_RATE_HZ} ${DAY_SAMPLES}`, ...signals].join('\n'))])
  return [header, path]
}

/** The counts of I, II and V1. */
function minute(): readonly (readonly number[])[] {
  const options = { scenario: 'normal', seed: 1, sampleRateHz: DAY_RATE_HZ, durationMs: TILE_SECONDS * 1000 } as const
  const { leads } = makeEcg(options).recording
  return ['I', 'II', 'V1'].map((name) => {
    const samplesUv = leads.find((lead) => lead.name === name)?.samplesUv ?? []
    return Array.from(samplesUv, (uv) => Math.round(uv / STEP_UV))
  })
}

function interleavedMinute(): Int16Array {
  const leads = minute()
  const length = leads[0]?.length ?? 0
  return Int16Array.from({ length: length * leads.length }, (_, place) => {
    return leads[place % leads.length]?.[Math.floor(place / leads.length)] ?? 0
  })
}

function edfParts(): Parts {
  const signals = minute().map((counts, index) => ({
    label: ['I', 'II', 'V1'][index] ?? '',
    range: ['-81920', '81917.5', '-32768', '32767'] as const,
    records: Array.from({ length: TILE_SECONDS }, (_, second) =>
      counts.slice(second * DAY_RATE_HZ, (second + 1) * DAY_RATE_HZ),
    ),
  }))
  const file = makeEdf({ signals })
  const headerBytes = 256 * (signals.length + 1)
  const head = file.slice(0, headerBytes)
  head.set(new TextEncoder().encode(String(TILES * TILE_SECONDS).padEnd(8)), DATA_RECORDS_FIELD)
  return { head, tile: file.slice(headerBytes) }
}

function ishneParts(): Parts {
  const [first = [], second = [], third = []] = minute()
  const file = makeIshne({
    leads: [
      [5, first],
      [6, second],
      [11, third],
    ],
    sampleRateHz: DAY_RATE_HZ,
    declaredSamples: DAY_SAMPLES,
  })
  const dataOffset = new DataView(file.buffer).getUint32(22, true)
  return { head: file.slice(0, dataOffset), tile: file.slice(dataOffset) }
}

/** The waveform sequence has undefined lengths, so that the samples can be written behind its head. */
function dicomParts(): Parts {
  const tile = new Uint8Array(interleavedMinute().buffer)
  const channels = ['5.6.3-9-1', '5.6.3-9-2', '5.6.3-9-3'].map((code) => ({ code, sensitivity: `${STEP_UV}` }))
  const rateHz = `${DAY_RATE_HZ}`
  const group = waveformGroup({ channels, sampleCount: DAY_SAMPLES, rateHz, data: new Uint8Array(0) })
  const before = makeDicom([[0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.9.1.3']])
  const description = makeDicom(group.slice(0, -1), 'explicit', false)
  const open = [0x00, 0x54, 0x00, 0x01, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0x00, 0xe0]
  const data = new Uint8Array(12)
  data.set([0x00, 0x54, 0x10, 0x10, 0x4f, 0x57])
  new DataView(data.buffer).setUint32(8, tile.length * TILES, true)
  const head = Uint8Array.from([...before, ...open, 0xff, 0xff, 0xff, 0xff, ...description, ...data])
  const tail = Uint8Array.of(0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0, 0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0)
  return { head, tile, tail }
}

function wfdbTile(storage: number): Uint8Array {
  return packWfdb(storage, Array.from(interleavedMinute()))
}

function write(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w')
  for (const part of parts) writeSync(file, part)
  closeSync(file)
}
