/**
 * Writes EDF+C (European Data Format, Kemp 1992 and 2003): counts of 16 bits, each lead with its own range in
 * microvolts, and the device's words as annotations (UTF-8) at the first sample. Leads that were computed are stored too.
 *
 * The header is ASCII by its standard: names in other scripts are transliterated there, and stand in their own script
 * in an annotation. A recording that can only be cut into very short records is written as plain EDF, without annotations.
 * Not supported: missing samples (no mark for them), measured numbers, the zone of the clock.
 */
import { NAME_LABEL } from '../formats/edf/people'
import type { DeviceTime, EcgRecording, ReportedPatient } from '../types'
import { asciiOf } from './ascii'
import { type CountedLead, countLeads } from './counts'
import { planRecords, type RecordPlan, rangeOf } from './edf/plan'
import { bytesOf, join } from './scp-bytes'
import { deviceOf, EcgWriteError, singleFile } from './writer'

export const edfWriter = singleFile({ id: 'edf', label: 'EDF+', extension: 'edf' }, writeEdf)

function writeEdf(recording: EcgRecording): Uint8Array {
  const leads = countLeads(recording.leads, { hasOffset: true })
  if (leads.length === 0) throw new EcgWriteError('edf', 'the recording has no samples to write')
  if (leads.some(({ hasMissing }) => hasMissing)) {
    throw new EcgWriteError('edf', 'samples are missing in this recording, and EDF has no mark for them')
  }
  const plan = planRecords(leads[0]?.counts.length ?? 0, leads.length, recording.sampleRateHz)
  const hasAnnotations = plan.samplesPerRecord >= FEWEST_SAMPLES_WITH_ANNOTATIONS
  const words = hasAnnotations ? annotationWords(recording) : []
  const blocks = hasAnnotations ? annotationBlocks(plan, words) : null
  return join([header(recording, leads, plan, blocks), dataRecords(leads, plan, blocks)])
}

const FEWEST_SAMPLES_WITH_ANNOTATIONS = 16
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const SEX_CODES: Readonly<Record<string, string>> = { male: 'M', female: 'F' }
const HEADER_BYTES = 256
/** The line has eighty characters, and the device, which may mark a made ECG, must have its place in it. */
const MOST_INSTITUTION_CHARACTERS = 24
const END_OF_TEXT = '\x14'
/** What the standard puts where no date is known. */
const NO_DATE = '01.01.85'

function header(
  recording: EcgRecording,
  leads: readonly CountedLead[],
  plan: RecordPlan,
  blocks: readonly Uint8Array[] | null,
): Uint8Array {
  const ranges = leads.map(rangeOf)
  const annotationCount = blocks === null ? 0 : 1
  const signalCount = leads.length + annotationCount
  const column = (width: number, ofLeads: readonly string[], ofAnnotations: string) =>
    [...ofLeads, ...(blocks === null ? [] : [ofAnnotations])].map((value) => field(value, width)).join('')
  const { date, clock } = clockTexts(recording.recordedAt)
  return new TextEncoder().encode(
    [
      field('0', 8),
      field(patientText(recording.patient), 80),
      field(recordingText(recording), 80),
      field(date, 8),
      field(clock, 8),
      field(String(HEADER_BYTES * (signalCount + 1)), 8),
      field(blocks === null ? '' : 'EDF+C', 44),
      field(String(plan.recordCount), 8),
      field(plan.durationText, 8),
      field(String(signalCount), 4),
      column(
        16,
        leads.map(({ name }) => `ECG ${name}`),
        'EDF Annotations',
      ),
      column(
        80,
        leads.map(() => ''),
        '',
      ),
      column(
        8,
        leads.map(() => 'uV'),
        '',
      ),
      column(
        8,
        ranges.map(({ physicalMinimum }) => physicalMinimum),
        '-1',
      ),
      column(
        8,
        ranges.map(({ physicalMaximum }) => physicalMaximum),
        '1',
      ),
      column(
        8,
        ranges.map(({ digitalMinimum }) => String(digitalMinimum)),
        '-32768',
      ),
      column(
        8,
        ranges.map(({ digitalMaximum }) => String(digitalMaximum)),
        '32767',
      ),
      column(
        80,
        leads.map(() => ''),
        '',
      ),
      column(
        8,
        leads.map(() => String(plan.samplesPerRecord)),
        String((blocks?.[0]?.length ?? 0) / 2),
      ),
      column(
        32,
        leads.map(() => ''),
        '',
      ),
    ].join(''),
  )
}

function field(value: string, width: number): string {
  return asciiOf(value).slice(0, width).padEnd(width)
}

/** `code sex birth name`; a space inside a part is an underscore, `X` is "not known". */
function patientText({ id, sex, birthDate, familyName, givenName, ageYears }: ReportedPatient): string {
  const name = [familyName, givenName].filter((part) => part !== null).join(' ')
  const parts = [id, SEX_CODES[sex ?? ''] ?? null, birthDate === null ? null : longDate(birthDate), name || null]
  const age = ageYears === null || birthDate !== null ? [] : [`age_${ageYears}`]
  return [...parts.map(part), ...age].join(' ')
}

function recordingText(recording: EcgRecording): string {
  const { manufacturer, model, institution } = deviceOf(recording)
  const date = recording.recordedAt?.local.slice(0, 10)
  const equipment = [manufacturer, model].filter((word) => word !== null).join(' ')
  return [
    'Startdate',
    date ? longDate(date) : 'X',
    part(institution).slice(0, MOST_INSTITUTION_CHARACTERS),
    'X',
    part(equipment || null),
  ].join(' ')
}

function part(value: string | null): string {
  return value === null ? 'X' : asciiOf(value).trim().replace(/\s+/g, '_') || 'X'
}

function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`
}

function clockTexts(recordedAt: DeviceTime | null): { readonly date: string; readonly clock: string } {
  if (recordedAt === null) return { date: NO_DATE, clock: '00.00.00' }
  const [date = '', clock = ''] = recordedAt.local.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const isInCentury = Number(year) >= 1985 && Number(year) <= 2084
  return { date: isInCentury ? `${day}.${month}.${year.slice(2)}` : NO_DATE, clock: clock.replaceAll(':', '.') }
}

/** The words of the device, and the name of the patient where the header cannot hold its script. */
function annotationWords({ patient, reported }: EcgRecording): readonly string[] {
  const name = [patient.familyName, patient.givenName].map((word) => (word ?? '').replaceAll('^', ' ')).join('^')
  return [...reported.statements, ...(asciiOf(name) === name ? [] : [`${NAME_LABEL}${name}`])]
}

/** Every record says when it began; the first also holds the words. All blocks have the size of the largest. */
function annotationBlocks(plan: RecordPlan, words: readonly string[]): Uint8Array[] {
  const texts = Array.from({ length: plan.recordCount }, (_, record) => {
    const onsetS = Number((record * Number(plan.durationText)).toFixed(6))
    const own = `+${onsetS}${END_OF_TEXT}${END_OF_TEXT}\0`
    return record === 0 ? own + words.map((word) => `+0${END_OF_TEXT}${bare(word)}${END_OF_TEXT}\0`).join('') : own
  })
  const encoded = texts.map((text) => new TextEncoder().encode(text))
  const sizeBytes = Math.ceil(Math.max(...encoded.map(({ length }) => length)) / 2) * 2
  return encoded.map((bytes) => {
    const block = bytesOf(sizeBytes)
    block.set(bytes)
    return block
  })
}

/** Without the marks that the format itself uses. */
function bare(word: string): string {
  return word.replace(/\p{Cc}+/gu, ' ').trim()
}

function dataRecords(
  leads: readonly CountedLead[],
  plan: RecordPlan,
  blocks: readonly Uint8Array[] | null,
): Uint8Array {
  const { samplesPerRecord, recordCount } = plan
  const leadBytes = samplesPerRecord * 2
  const recordBytes = leadBytes * leads.length + (blocks?.[0]?.length ?? 0)
  const bytes = bytesOf(recordBytes * recordCount)
  const view = new DataView(bytes.buffer)
  for (let record = 0; record < recordCount; record++) {
    const start = record * recordBytes
    for (const [channel, { counts }] of leads.entries()) {
      for (let index = 0; index < samplesPerRecord; index++) {
        const count = counts[record * samplesPerRecord + index] ?? 0
        view.setInt16(start + channel * leadBytes + index * 2, count, true)
      }
    }
    const block = blocks?.[record]
    if (block) bytes.set(block, start + leads.length * leadBytes)
  }
  return bytes
}
