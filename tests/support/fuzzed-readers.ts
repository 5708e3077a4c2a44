/** Every reader with sound files to spoil, made ones of its variants. */
import { zipSync } from 'fflate'
import { EcgFormatError } from '@/ecg/errors'
import { isArchive } from '@/ecg/formats/archive'
import { ECG_FORMATS } from '@/ecg/formats/index'
import { type NamedFile, readWfdb } from '@/ecg/formats/wfdb'
import { readAnnotations } from '@/ecg/formats/wfdb/annotations'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { openEcgStream } from '@/ecg/streaming/open-ecg-stream'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import type { EcgReading } from '@/ecg/types'
import { madeFiles } from './made-files'
import { interleaved, makeDicom, waveformGroup } from './make-dicom'
import { makeEdf } from './make-edf'
import { bits, leadSection, makeScp, plain, sampleSection } from './make-scp'
import { namedText, packWfdb } from './make-wfdb'
import { memorySource } from './memory-source'
import { type Dice, mutated } from './mutate'

export type FuzzedReader = {
  readonly id: string
  readonly seeds: readonly (readonly NamedFile[])[]
  /** Throws what the reader throws. */
  readonly read: (files: readonly NamedFile[]) => void | Promise<void>
}

const COUNTS = Array.from({ length: 60 }, (_, index) => ((index * 37) % 101) - 50)

export function fuzzedReaders(): readonly FuzzedReader[] {
  const made = madeFiles(makeEcg({ scenario: 'normal', seed: 3, durationMs: 1000 }).recording)
  const formats = ECG_FORMATS.map(({ id, sniff, read }): FuzzedReader => {
    const whole = made.filter(({ formatId }) => formatId === id).map(({ files }) => files)
    return {
      id,
      seeds: [...whole, ...(VARIANTS[id] ?? []).map((bytes) => [{ name: 'a', bytes }])],
      read: ([file]) => {
        // A reader is only asked for what it recognises; beyond that every byte may be hostile.
        if (file && sniff(file.bytes)) expectSound(read(file.bytes, {}))
      },
    }
  })
  return [
    ...formats.filter(({ id }) => id !== 'wfdb'),
    {
      id: 'wfdb',
      seeds: [...wholeWfdb(made), ...WFDB_FORMATS.map(wfdbOf)],
      read: (files) => expectSound(readWfdb(files)),
    },
    {
      id: 'zip',
      seeds: [[zipOf(wfdbOf(16), 0)], [zipOf(wfdbOf(16), 6)]],
      read: ([file]) => {
        if (file && isArchive(file.bytes)) expectSound(readEcgFiles([file]))
      },
    },
    { id: 'wfdb-annotations', seeds: [[{ name: 'a.atr', bytes: ANNOTATIONS }]], read: readFirstAnnotations },
    { id: 'streams', seeds: streamable(made), read: readStream },
  ]
}

/** One of the files is spoilt; the case is the same wherever the dice are. */
export function spoilt(dice: Dice, { seeds }: FuzzedReader): readonly NamedFile[] {
  const files = seeds[dice.below(seeds.length)] ?? []
  const place = dice.below(files.length)
  return files.map((file, index) => (index === place ? { ...file, bytes: mutated(dice, file.bytes) } : file))
}

/** What was wrong with the way it was refused; null when all is well. */
export async function faultOf(reader: FuzzedReader, files: readonly NamedFile[]): Promise<string | null> {
  try {
    await reader.read(files)
    return null
  } catch (error) {
    if (error instanceof EcgFormatError && error.code !== 'reader_failed') return null
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

/** What every `EcgRecording` promises. */
function expectSound(reading: EcgReading): void {
  if (reading.kind !== 'waveform') return
  const { leads, sampleRateHz } = reading.recording
  const [first] = leads
  const isSound =
    first !== undefined &&
    first.samplesUv.length > 0 &&
    sampleRateHz > 0 &&
    Number.isFinite(sampleRateHz) &&
    leads.every(({ samplesUv }) => samplesUv.length === first.samplesUv.length && !hasInfinity(samplesUv))
  if (!isSound) throw new Error('an unsound recording was read')
}

function hasInfinity(samplesUv: Float32Array): boolean {
  for (let index = 0; index < samplesUv.length; index++) if (Math.abs(samplesUv[index] ?? 0) === Infinity) return true
  return false
}

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

const VARIANTS: Readonly<Record<string, readonly Uint8Array[]>> = {
  'scp-ecg': [
    makeScp([
      { id: 2, contents: Uint8Array.of(0x1f, 0x4e) },
      leadSection([1, 2], 1, 8, 5),
      { id: 4, contents: plain([4, 2, 1, 0, 3, 0, 4, 0, 5, 0, 3, 0, 5, 0]) },
      sampleSection(5, { encoding: 2 }, [bits('0100101110001011'), bits('010010111')]),
      sampleSection(6, { encoding: 2, bimodal: 1, intervalUs: 8000 }, [bits('0100101110001011'), bits('010010111')]),
    ]),
    makeScp([
      { id: 2, contents: Uint8Array.of(1, 0, 2, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 8, 1, 1, 0, 0, 0, 0, 0, 0) },
      leadSection([1], 1, 8),
      sampleSection(6, { encoding: 1 }, [bits('0011110101111000')]),
    ]),
  ],
  dicom: (['explicit', 'implicit', 'big', 'deflated'] as const).map((syntax) => dicomOf(syntax)),
  edf: [
    makeEdf({
      variant: 'EDF+D',
      duration: '0.1',
      signals: [
        { label: 'I', records: [COUNTS, COUNTS] },
        { label: 'EDF Annotations', records: ['+0\x14\x14', '+0.1\x14\x14'] },
      ],
    }),
    makeEdf({ isBdf: true, signals: [{ label: 'V1', records: [COUNTS] }] }),
  ],
  csv: [ascii('# 250 Hz\ntime (s);I (mV);V1 (mV)\n0;0,1;\n0,004;-0,2;0,5\n0,008;1e-1;0\n')],
  png: [
    Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 73, 69, 78, 68, 0, 0, 0, 0,
    ]),
  ],
  jpeg: [
    Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9]),
  ],
  pdf: [ascii('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF')],
}

const WFDB_FORMATS = [8, 16, 24, 61, 80, 160, 212, 310, 311]
const ANNOTATIONS = Uint8Array.of(
  18,
  0x70,
  4,
  0xfc,
  0x28,
  0x4e,
  0,
  0,
  77,
  4,
  0,
  0xec,
  1,
  0,
  0,
  0,
  5,
  0x14,
  1,
  0xf4,
  0,
  0,
)

function dicomOf(syntax: 'explicit' | 'implicit' | 'big' | 'deflated'): Uint8Array {
  const data = interleaved(
    COUNTS.map((count) => [count, -count]),
    syntax !== 'big',
  )
  const channels = [{ code: '5.6.3-9-1' }, { label: 'II', baseline: '2' }]
  const group = waveformGroup({ channels, sampleCount: COUNTS.length, data })
  const patient = [0x00100010, 'PN', 'Karimova^Nodira'] as const
  return makeDicom([[0x00080005, 'CS', 'ISO_IR 144'], patient, [0x54000100, 'SQ', [group, group]]], syntax)
}

function wfdbOf(format: number): readonly NamedFile[] {
  const pairs = COUNTS.flatMap((count) => [count, -count])
  const header = namedText('a.hea', [
    `a 2 360 ${COUNTS.length} 10:15:30 02/03/2026`,
    `a.dat ${format} 200(3)/mV 12 0 0 0 0 MLII`,
    `a.dat ${format} 100/mV 12 0 0 0 0 V5`,
  ])
  return [header, { name: 'a.dat', bytes: packWfdb(format, pairs) }]
}

function zipOf(files: readonly NamedFile[], level: 0 | 6): NamedFile {
  return { name: 'a.zip', bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level }) }
}

type Made = ReturnType<typeof madeFiles>

function wholeWfdb(made: Made): readonly (readonly NamedFile[])[] {
  return made.filter(({ formatId }) => formatId === 'wfdb').map(({ files }) => files)
}

function streamable(made: Made): readonly (readonly NamedFile[])[] {
  const whole = made.filter(({ formatId }) => ['edf', 'ishne', 'dicom', 'wfdb'].includes(formatId))
  return [...whole.map(({ files }) => files), ...WFDB_FORMATS.map(wfdbOf)]
}

function readFirstAnnotations([file]: readonly NamedFile[]): void {
  readAnnotations(file?.bytes ?? new Uint8Array(0))
}

async function readStream(files: readonly NamedFile[]): Promise<void> {
  const sources = files.map(({ name, bytes }) => memorySource(name, bytes))
  const stream = await openEcgStream(sources, 1000)
  for await (const { samplesUv } of stream.blocks()) {
    if (samplesUv.length !== stream.leads.length) throw new Error('a block has other leads than the stream')
  }
}
