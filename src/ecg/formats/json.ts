/**
 * JSON of no standard: leads by name with lists of numbers, the rate and the unit beside them.
 *
 * Read: `{ sampleRateHz, unit, leads: { I: […] } }`, `leads` as a list of `{ name, samples }`, `samplesUv`
 * (microvolts by its name) and the usual other names of these. Nothing is guessed: a file that does
 * not say its rate or its unit is refused with exactly that.
 */
import { assembleRecording, type Channel, checkSize, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading } from '../types'
import { isObject, notSaid, objectsIn, parseJson, startOfJson, uvPerUnit } from './plain-samples'

const RATE_KEYS = [
  'sampleRateHz',
  'sampleRate',
  'samplingRate',
  'samplingFrequency',
  'sample_rate',
  'sampling_rate',
  'fs',
]
const UNIT_KEYS = ['unit', 'units']
const LEAD_KEYS = ['samplesUv', 'leads', 'signals', 'samples', 'data', 'ecg']
const SAMPLE_KEYS = ['samplesUv', 'samples', 'data', 'values', 'signal']
const KEY_WITH_UNIT = 'samplesUv'

type Json = Readonly<Record<string, unknown>>
type Listed = { readonly label: string; readonly values: readonly unknown[]; readonly isUv: boolean }

export const json: EcgFormat = { id: 'json', label: 'JSON', sniff: (bytes) => startOfJson(bytes) !== null, read }

function read(bytes: Uint8Array): EcgReading {
  const root = parseJson(json.id, bytes)
  const lists = listsIn(root)
  if (!lists.some(({ label }) => leadOfLabel(label) !== null)) {
    throw new EcgFormatError(json.id, 'no_waveform', 'none of the signals is an ECG lead')
  }
  const rate = firstOf(root, RATE_KEYS)
  const scaleUv = lists.every(({ isUv }) => isUv) ? 1 : uvPerUnit(firstOf(root, UNIT_KEYS))
  if (typeof rate !== 'number' || scaleUv === null) {
    throw notSaid(json.id, [
      ...(typeof rate === 'number' ? [] : ['the sampling rate']),
      ...(scaleUv === null ? ['the unit of the voltages'] : []),
    ])
  }
  checkSize(json.id, lists.length, Math.max(...lists.map(({ values }) => values.length)), rate)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: json.id,
      sampleRateHz: rate,
      channels: lists.map((list) => channelOf(list, scaleUv)),
      recordedAt: null,
      patient: NO_PATIENT,
      device: NO_DEVICE,
      reported: NOTHING_REPORTED,
      warnings: [],
    }),
  }
}

/** The first place that holds lists of leads; the object itself comes last. */
function listsIn(root: Json): readonly Listed[] {
  for (const key of LEAD_KEYS) {
    const value = root[key]
    const lists = isObject(value) ? byName(value, key === KEY_WITH_UNIT) : objectsIn(value).flatMap(byEntry)
    if (lists.length > 0) return lists
  }
  return byName(root, false)
}

function byName(leads: Json, isUv: boolean): Listed[] {
  return Object.entries(leads).flatMap(([label, values]) => (Array.isArray(values) ? [{ label, values, isUv }] : []))
}

function byEntry(entry: Json): Listed[] {
  const label = firstOf(entry, ['name', 'lead', 'label'])
  const key = SAMPLE_KEYS.find((name) => Array.isArray(entry[name]))
  const values = key === undefined ? null : entry[key]
  return typeof label === 'string' && Array.isArray(values) ? [{ label, values, isUv: key === KEY_WITH_UNIT }] : []
}

function channelOf({ label, values }: Listed, scaleUv: number): Channel {
  const name = leadOfLabel(label)
  if (!name) return { name, samplesUv: new Float32Array(0) }
  const samplesUv = Float32Array.from(values, (value) => {
    if (value === null) return Number.NaN
    if (typeof value !== 'number') throw new EcgFormatError(json.id, 'malformed', 'the samples are not numbers')
    return value * scaleUv
  })
  return { name, samplesUv }
}

function firstOf(object: Json, keys: readonly string[]): unknown {
  const key = keys.find((name) => object[name] !== undefined)
  return key === undefined ? undefined : object[key]
}
