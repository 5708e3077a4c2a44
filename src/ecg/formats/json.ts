/**
 * JSON of no standard: leads by name with lists of numbers, the rate and the unit beside them.
 *
 * Read: `{ sampleRateHz, unit, leads: { I: […] } }`, `leads` as a list of `{ name, samples }` or of bare lists,
 * `samplesUv` (microvolts by its name) and the usual other names of these. Nothing is guessed: what a file does
 * not say of its rate, its unit and its leads must come with it as a description, or it is refused with exactly that.
 */
import { assembleRecording, type Channel, checkSize, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading, LeadName, SignalDescription } from '../types'
import { isObject, needsDescription, objectsIn, parseJson, startOfJson, uvPerCount, uvPerUnit } from './plain-samples'

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

/** Unnamed lists of fewer numbers are anything but signals. */
const FEWEST_SAMPLES = 20
const PREVIEW_ROWS = 5

type Json = Readonly<Record<string, unknown>>
type Listed = { readonly label: string | null; readonly values: readonly unknown[]; readonly isUv: boolean }
type Named = Listed & { readonly name: LeadName | null }

export const json: EcgFormat = { id: 'json', label: 'JSON', sniff: (bytes) => startOfJson(bytes) !== null, read }

function read(bytes: Uint8Array, description: SignalDescription = {}): EcgReading {
  const root = parseJson(json.id, bytes)
  const lists = listsIn(root)
  const named = namesOf(lists, description)
  if (named.length === 0) throw new EcgFormatError(json.id, 'no_waveform', 'none of the signals is an ECG lead')
  const rate = rateIn(root) ?? description.sampleRateHz ?? null
  const scaleUv = named.every(({ isUv }) => isUv)
    ? 1
    : (uvPerUnit(firstOf(root, UNIT_KEYS)) ?? uvPerCount(description.unit))
  const isMissing = { columns: !named.some(({ name }) => name), rate: rate === null, unit: scaleUv === null }
  const problem = needsDescription(json.id, isMissing, previewOf(lists))
  if (problem || rate === null || scaleUv === null) throw problem
  const longest = named.reduce((most, { values }) => Math.max(most, values.length), 0)
  checkSize(json.id, named.length, longest, rate)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: json.id,
      sampleRateHz: rate,
      channels: named.map((list) => channelOf(list, scaleUv)),
      recordedAt: null,
      patient: NO_PATIENT,
      device: NO_DEVICE,
      reported: NOTHING_REPORTED,
      warnings: [],
    }),
  }
}

/** By what the file calls them, else as they are described; none where they are no signals at all. */
function namesOf(lists: readonly Listed[], { columns }: SignalDescription): readonly Named[] {
  const named = lists.map((list) => ({ ...list, name: list.label === null ? null : leadOfLabel(list.label) }))
  if (named.some(({ name }) => name !== null)) return named
  if (!lists.some(isSignal)) return []
  return columns?.length === lists.length
    ? lists.map((list, index) => ({ ...list, name: columns[index] ?? null }))
    : named
}

function isSignal({ values }: Listed): boolean {
  return values.length >= FEWEST_SAMPLES && values.every((value) => value === null || typeof value === 'number')
}

/** The first place that holds lists of leads; the object itself comes last. */
function listsIn(root: Json): readonly Listed[] {
  for (const key of LEAD_KEYS) {
    const lists = listsAt(root[key], key === KEY_WITH_UNIT)
    if (lists.length > 0) return lists
  }
  return byName(root, false)
}

function listsAt(value: unknown, isUv: boolean): Listed[] {
  if (isObject(value)) return byName(value, isUv)
  if (!Array.isArray(value)) return []
  const unnamed: unknown[][] = value.filter(Array.isArray)
  return [...objectsIn(value).flatMap(byEntry), ...unnamed.map((values) => ({ label: null, values, isUv }))]
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

function channelOf({ name, values }: Named, scaleUv: number): Channel {
  if (!name) return { name, samplesUv: new Float32Array(0) }
  const samplesUv = new Float32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (value !== null && typeof value !== 'number')
      throw new EcgFormatError(json.id, 'malformed', 'the samples are not numbers')
    samplesUv[index] = value === null ? Number.NaN : value * scaleUv
  }
  return { name, samplesUv }
}

function previewOf(lists: readonly Listed[]) {
  const rowCount = Math.max(0, ...lists.map(({ values }) => values.length))
  return {
    columnNames: lists.map(({ label }) => label),
    rowCount,
    firstRows: Array.from({ length: Math.min(PREVIEW_ROWS, rowCount) }, (_, row) =>
      lists.map(({ values }) => numberOrNull(values[row])),
    ),
  }
}

function rateIn(root: Json): number | null {
  return numberOrNull(firstOf(root, RATE_KEYS))
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function firstOf(object: Json, keys: readonly string[]): unknown {
  const key = keys.find((name) => object[name] !== undefined)
  return key === undefined ? undefined : object[key]
}
