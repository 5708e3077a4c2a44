/**
 * CSV and other columns of numbers: one row an instant, one column a lead, described by lines before them.
 *
 * Read: comma, semicolon, tab or space between columns; decimal comma where it cannot be a column; a row
 * of lead names; a column of times; lines that name rate (`… 500 Hz`), unit and, for a single column, the
 * lead (as exports of watches have them, in any language). Nothing is guessed: what a file does not say
 * of its rate, its unit and its leads must come with it as a description, or it is refused with exactly that.
 */
import { assembleRecording, checkSize, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading, SignalDescription } from '../types'
import { type ColumnDescription, describeColumns } from './csv/description'
import { isNumberTable, type NumberTable, parseTable } from './csv/table'
import { needsDescription, uvPerCount } from './plain-samples'

export const csv: EcgFormat = { id: 'csv', label: 'CSV', sniff: isNumberTable, read }

const PREVIEW_ROWS = 5

function read(bytes: Uint8Array, description: SignalDescription = {}): EcgReading {
  const table = parseTable(csv.id, bytes)
  const { leads, sampleRateHz, scaleUv, recordedAt, model, statements } = completed(table, description)
  checkSize(csv.id, leads.length, table.columns[0]?.length ?? 0, sampleRateHz)
  const channels = leads.map(({ name, column }) => ({
    name,
    samplesUv: scaled(table.columns[column] ?? new Float64Array(0), scaleUv),
  }))
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: csv.id,
      sampleRateHz,
      channels,
      recordedAt,
      patient: NO_PATIENT,
      device: { ...NO_DEVICE, model },
      reported: { ...NOTHING_REPORTED, statements },
      warnings: [],
    }),
  }
}

function scaled(values: Float64Array, scaleUv: number): Float32Array {
  const samplesUv = new Float32Array(values.length)
  for (let index = 0; index < values.length; index++) samplesUv[index] = (values[index] ?? Number.NaN) * scaleUv
  return samplesUv
}

type Completed = ColumnDescription & { readonly sampleRateHz: number; readonly scaleUv: number }

/** What the file says of itself holds; the description fills what it leaves open. */
function completed(table: NumberTable, description: SignalDescription): Completed {
  const said = describeColumns(table)
  const leads = said.leads.length > 0 ? said.leads : leadsOf(description, table)
  const sampleRateHz = said.sampleRateHz ?? description.sampleRateHz ?? null
  const scaleUv = said.scaleUv ?? uvPerCount(description.unit)
  const isMissing = { columns: leads.length === 0, rate: sampleRateHz === null, unit: scaleUv === null }
  const problem = needsDescription(csv.id, isMissing, previewOf(table, said.headings))
  if (problem || sampleRateHz === null || scaleUv === null) throw problem
  return { ...said, leads, sampleRateHz, scaleUv }
}

/** None where not every column is described, so that no lead lands in the wrong one. */
function leadsOf({ columns }: SignalDescription, table: NumberTable): ColumnDescription['leads'] {
  if (columns?.length !== table.columns.length) return []
  return columns.flatMap((name, column) => (name ? [{ name, column }] : []))
}

function previewOf({ columns }: NumberTable, headings: readonly string[]) {
  const rowCount = columns[0]?.length ?? 0
  return {
    columnNames: columns.map((_, column) => headings[column] || null),
    rowCount,
    firstRows: Array.from({ length: Math.min(PREVIEW_ROWS, rowCount) }, (_, row) =>
      columns.map((values) => finiteOrNull(values[row])),
    ),
  }
}

function finiteOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
