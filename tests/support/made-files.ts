/** One recording as a file of every format that is read: by our writers where there is one, else by the small encoders of the tests. */
import type { NamedFile } from '@/ecg/formats/wfdb'
import { type EcgRecording, STANDARD_LEADS, type StandardLead } from '@/ecg/types'
import { ECG_WRITERS } from '@/ecg/writers/index'
import { makeCardiosoft } from './make-cardiosoft'
import { makeIshne } from './make-ishne'
import { makeMfer, words } from './make-mfer'
import { makeMortara } from './make-mortara'
import { makeMuse } from './make-muse'
import { makePhilips } from './make-philips'
import { makeSchiller } from './make-schiller'

export type MadeFiles = { readonly formatId: string; readonly files: readonly NamedFile[] }

type Counts = { readonly name: StandardLead; readonly counts: readonly number[] }

/** Encoders of formats that only are read; counts of 2.5 µV. */
const ENCODERS: Readonly<Record<string, (leads: readonly Counts[], sampleRateHz: number) => string | Uint8Array>> = {
  'muse-xml': (leads, rate) =>
    makeMuse({ base: `${rate}`, leads: leads.map((lead) => ({ ...lead, unitsPerBit: '2.5' })) }),
  'philips-xml': philipsOf,
  'mortara-xml': (leads, rate) =>
    makeMortara({ names: [], extra: leads.map((lead) => mortaraChannel(lead, rate)).join('') }),
  'schiller-xml': (leads, rate) => makeSchiller({ rate: `${rate}`, leads: Object.fromEntries(leads.map(listed)) }),
  'cardiosoft-xml': (leads, rate) =>
    makeCardiosoft({
      rate: `${rate}`,
      resolution: '<Resolution units="uVperLsb">2.5</Resolution>',
      leads: Object.fromEntries(leads.map(listed)),
    }),
  ishne: (leads, sampleRateHz) =>
    makeIshne({
      sampleRateHz,
      leads: leads.map(({ name, counts }) => [STANDARD_LEADS.indexOf(name) + 5, counts]),
    }),
  mfer: mferOf,
  fhir: (leads, rate) =>
    JSON.stringify({
      resourceType: 'Observation',
      component: leads.map(({ name, counts }) => ({
        code: { text: `Lead ${name}` },
        valueSampledData: {
          origin: { value: 0, unit: 'uV' },
          period: 1000 / rate,
          factor: 2.5,
          dimensions: 1,
          data: counts.join(' '),
        },
      })),
    }),
  json: (leads, sampleRateHz) =>
    JSON.stringify({
      sampleRateHz,
      unit: 'uV',
      leads: Object.fromEntries(leads.map(({ name, counts }) => [name, counts.map((count) => count * 2.5)])),
    }),
}

export function madeFiles(recording: EcgRecording): readonly MadeFiles[] {
  const leads = STANDARD_LEADS.flatMap((name): Counts[] => {
    const samplesUv = recording.leads.find((lead) => lead.name === name)?.samplesUv
    return samplesUv ? [{ name, counts: Array.from(samplesUv, (uv) => Math.round(uv / 2.5)) }] : []
  })
  const encoded = Object.entries(ENCODERS).map(([formatId, encode]) => {
    const contents = encode(leads, recording.sampleRateHz)
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents
    return { formatId, files: [{ name: `made.${formatId}`, bytes }] }
  })
  const written = ECG_WRITERS.map((writer) => ({ formatId: writer.id, files: writer.write(recording, 'made') }))
  return [...written, ...encoded]
}

function listed({ name, counts }: Counts): [string, string] {
  return [name, counts.join(',')]
}

function mortaraChannel({ name, counts }: Counts, rate: number): string {
  const data = Buffer.from(Int16Array.from(counts).buffer).toString('base64')
  return `<CHANNEL OFFSET="0" BITS="16" FORMAT="SIGNED" UNITS_PER_MV="400" SAMPLE_FREQ="${rate}" ENCODING="BASE64" DURATION="${counts.length}" NAME="${name}" DATA="${data}"/>`
}

/** The limb leads that follow from I and II are stored as residuals, which here are zero. */
function philipsOf(leads: readonly Counts[], rate: number): string {
  const isResidual = (name: StandardLead) => ['III', 'aVR', 'aVL', 'aVF'].includes(name)
  return makePhilips({
    rateHz: `${rate}`,
    labels: leads.map(({ name }) => name).join(' '),
    durationMs: ((leads[0]?.counts.length ?? 0) / rate) * 1000,
    leads: leads.map(({ name, counts }) => counts.map((count) => (isResidual(name) ? 0 : Math.round(count / 2)))),
  })
}

function mferOf(leads: readonly Counts[], rate: number): Uint8Array {
  const sampleCount = leads[0]?.counts.length ?? 0
  const codes: Readonly<Record<string, number>> = { III: 61, aVR: 62, aVL: 63, aVF: 64 }
  const plainCodes = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']
  return makeMfer([
    [0x05, [leads.length]],
    [0x04, [sampleCount >> 8, sampleCount & 0xff]],
    [0x06, [1]],
    [0x0b, [0, 0, rate >> 8, rate & 0xff]],
    [0x0c, [0, 0xf7, 0x09, 0xc4]],
    ...leads.map(({ name }, channel) => [0x09, [codes[name] ?? plainCodes.indexOf(name) + 1], channel] as const),
    [0x1e, leads.flatMap(({ counts }) => words(counts))],
  ])
}
