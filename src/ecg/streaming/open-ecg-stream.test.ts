import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { interleaved, makeDicom, waveformGroup } from '../../../tests/support/make-dicom'
import { makeEdf } from '../../../tests/support/make-edf'
import { makeIshne } from '../../../tests/support/make-ishne'
import { namedText, packWfdb } from '../../../tests/support/make-wfdb'
import { memorySource } from '../../../tests/support/memory-source'
import { EcgFormatError } from '../errors'
import { readEcgFiles } from '../read-ecg-files'
import { openEcgStream } from './open-ecg-stream'

type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK_BYTES = 400
/** Six frames of the widest form and those of a skew. */
const LARGEST_FRAMES_BYTES = 100
const COUNTS = Array.from({ length: 1001 }, (_, index) => ((index * 37) % 401) - 200)
const OTHERS = COUNTS.map((count) => 100 - count)

const FILES: readonly (readonly [string, readonly NamedBytes[]])[] = [
  ['EDF', [{ name: 'a.edf', bytes: edfOf(records(COUNTS), records(OTHERS)) }]],
  ['BDF', [{ name: 'a.bdf', bytes: edfOf(records(COUNTS), records(OTHERS), { isBdf: true }) }]],
  ['EDF+D without gaps', [{ name: 'a.edf', bytes: edfOf(records(COUNTS), records(OTHERS), { variant: 'EDF+D' }) }]],
  [
    'ISHNE',
    [
      {
        name: 'a.ecg',
        bytes: makeIshne({
          leads: [
            [5, COUNTS],
            [6, OTHERS],
          ],
        }),
      },
    ],
  ],
  ...(['explicit', 'implicit', 'big'] as const).map(
    (syntax) => [`DICOM, ${syntax}`, [{ name: 'a.dcm', bytes: dicomOf(syntax) }]] as const,
  ),
  ...[16, 24, 32, 61, 80, 160, 212, 310, 311].map(
    (format) => [`WFDB, format ${format}`, wfdbOf(format, `${format}`)] as const,
  ),
  ['WFDB with a skew', wfdbOf(212, '212:3')],
  ['WFDB in an archive', [{ name: 'a.zip', bytes: archiveOf(wfdbOf(212, '212'), 0) }]],
]

function archiveOf(files: readonly NamedBytes[], level: 0 | 6): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level })
}

describe('a recording read in pieces', () => {
  it('is not looked for in an archive that would have to be unpacked', async () => {
    const source = memorySource('a.zip', archiveOf(wfdbOf(212, '212'), 6))
    await expect(openEcgStream([source])).rejects.toMatchObject({ code: 'unsupported' })
  })

  it.each(FILES)('gives what reading the whole gives: %s', async (_, files) => {
    const reading = readEcgFiles(files)
    if (reading.kind !== 'waveform') throw new Error('no waveform')
    const { leads, sampleRateHz, recordedAt, patient, device, warnings } = reading.recording
    const sources = files.map(({ name, bytes }) => memorySource(name, bytes))
    const stream = await openEcgStream(sources, BLOCK_BYTES)
    expect(stream).toMatchObject({ sampleRateHz, recordedAt, patient, device, warnings })
    expect(stream.leads).toEqual(leads.map(({ samplesUv, ...lead }) => lead))
    const seen: number[][] = leads.map(() => [])
    const starts: number[] = []
    for await (const block of stream.blocks()) {
      expect(block.firstSampleIndex).toBe(seen[0]?.length)
      starts.push(block.firstSampleIndex)
      for (const [place, samples] of block.samplesUv.entries()) seen[place]?.push(...samples)
    }
    expect(starts.length).toBeGreaterThan(2)
    expect(seen).toEqual(leads.map(({ samplesUv }) => Array.from(samplesUv)))
    expect(stream.sampleCount).toBe(seen[0]?.length)
  })

  it.each(FILES)('never asks for more than a block: %s', async (_, files) => {
    const sources = files.map(({ name, bytes }) => memorySource(name, bytes))
    const stream = await openEcgStream(sources, BLOCK_BYTES)
    const opened = sources.map(({ pieces }) => pieces.length)
    for await (const { samplesUv } of stream.blocks()) expect(samplesUv).toHaveLength(stream.leads.length)
    const pieces = sources.flatMap((source, place) => source.pieces.slice(opened[place]))
    expect(pieces.length).toBeGreaterThan(2)
    expect(Math.max(...pieces)).toBeLessThanOrEqual(BLOCK_BYTES + LARGEST_FRAMES_BYTES)
  })

  it.each(FILES)('is refused by name when its file is cut or altered: %s', async (_, files) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.boolean(), async (place, mask, isCut) => {
        const spoilt = files.map(({ name, bytes }, index) =>
          index === place % files.length ? { name, bytes: spoil(bytes, place, mask, isCut) } : { name, bytes },
        )
        const error = await openAndRead(spoilt)
        if (error !== null) expect(error).toBeInstanceOf(EcgFormatError)
      }),
      { numRuns: 60 },
    )
  })

  it('can be read twice', async () => {
    const stream = await openEcgStream([memorySource('a.edf', edfOf(records(COUNTS), records(OTHERS)))], BLOCK_BYTES)
    const firsts: number[] = []
    for (let time = 0; time < 2; time++) {
      for await (const { firstSampleIndex } of stream.blocks()) firsts.push(firstSampleIndex)
    }
    expect(firsts.filter((first) => first === 0)).toHaveLength(2)
  })

  it('is refused where a pause lies between two of its pieces', async () => {
    const bytes = edfOf(records(COUNTS), records(OTHERS), { variant: 'EDF+D', pauseAt: 50 })
    const error = await openAndRead([{ name: 'a.edf', bytes }])
    expect(error).toMatchObject({ code: 'unsupported' })
  })

  it.each([
    ['a picture', [{ name: 'a.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }], 'unsupported'],
    ['nothing', [{ name: 'a', bytes: new Uint8Array(0) }], 'unsupported'],
    ['differences', wfdbOf(8, '8'), 'unsupported'],
    ['a header alone', wfdbOf(16, '16').slice(0, 1), 'no_waveform'],
  ])('is not made of %s', async (_, files, code) => {
    expect(await openAndRead(files)).toMatchObject({ code })
  })
})

async function openAndRead(files: readonly NamedBytes[]): Promise<unknown> {
  try {
    const stream = await openEcgStream(
      files.map(({ name, bytes }) => memorySource(name, bytes)),
      BLOCK_BYTES,
    )
    for await (const { samplesUv } of stream.blocks()) expect(samplesUv).toHaveLength(stream.leads.length)
    return null
  } catch (error) {
    return error
  }
}

function spoil(bytes: Uint8Array, place: number, mask: number, isCut: boolean): Uint8Array {
  const at = place % bytes.length
  return isCut ? bytes.subarray(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ (1 + (mask % 255)))
}

function records(counts: readonly number[]): number[][] {
  return Array.from({ length: 100 }, (_, record) => counts.slice(record * 10, (record + 1) * 10))
}

function edfOf(
  first: number[][],
  second: number[][],
  { isBdf = false, variant = '', pauseAt = 100 }: { isBdf?: boolean; variant?: string; pauseAt?: number } = {},
): Uint8Array {
  const onsets = first.map((_, record) => `+${((record + (record >= pauseAt ? 9 : 0)) * 0.02).toFixed(2)}\x14\x14`)
  return makeEdf({
    isBdf,
    variant,
    duration: '0.02',
    signals: [
      { label: 'I', records: first },
      { label: 'V1', unit: 'mV', range: ['-5', '5', '-32768', '32767'], records: second },
      ...(variant === '' ? [] : [{ label: 'EDF Annotations', records: onsets }]),
    ],
  })
}

function dicomOf(syntax: 'explicit' | 'implicit' | 'big'): Uint8Array {
  const frames = COUNTS.map((count, index) => [count, OTHERS[index] ?? 0])
  const channels = [
    { code: '5.6.3-9-1', baseline: '3' },
    { code: '5.6.3-9-2', sensitivity: '2.5' },
  ]
  const data = interleaved(frames, syntax !== 'big')
  const median = waveformGroup({ channels, sampleCount: 2, data: data.slice(0, 8), originality: 'DERIVED' })
  return makeDicom(
    [
      [0x00100010, 'PN', 'Karimova^Nodira'],
      [0x54000100, 'SQ', [waveformGroup({ channels, sampleCount: COUNTS.length, data }), median]],
    ],
    syntax,
  )
}

function wfdbOf(format: number, field: string): readonly NamedBytes[] {
  const pairs = COUNTS.flatMap((count, index) => [count, OTHERS[index] ?? 0]).map((count) => Math.trunc(count / 4))
  const header = namedText('a.hea', [
    `a 2 360 ${COUNTS.length} 10:15:30 02/03/2026`,
    `a.dat ${field} 200(3)/mV 12 0 0 0 0 MLII`,
    `a.dat ${format} 100/mV 12 0 0 0 0 V5`,
  ])
  return [header, { name: 'a.dat', bytes: packWfdb(format, pairs) }]
}
