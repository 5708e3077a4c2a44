/**
 * CSV and other columns of numbers: one row an instant, one column a lead, described by lines before them.
 *
 * Read: comma, semicolon, tab or space between columns; decimal comma where it cannot be a column; a row
 * of lead names; a column of times; lines that name rate (`… 500 Hz`), unit and, for a single column, the
 * lead (as exports of watches have them, in any language). Nothing is guessed: a file that does not say
 * its rate, its unit or its leads is refused with exactly that.
 */
import { assembleRecording, checkSize, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading } from '../types'
import { describeColumns } from './csv/description'
import { isNumberTable, parseTable } from './csv/table'
import { notSaid } from './plain-samples'

export const csv: EcgFormat = { id: 'csv', label: 'CSV', sniff: isNumberTable, read }

function read(bytes: Uint8Array): EcgReading {
  const table = parseTable(csv.id, bytes)
  const { leads, sampleRateHz, scaleUv, recordedAt, model, statements } = describeColumns(table)
  const rowCount = table.columns[0]?.length ?? 0
  if (leads.length === 0 || sampleRateHz === null || scaleUv === null) {
    throw notSaid(csv.id, [
      ...(leads.length === 0 ? ['which column is which lead'] : []),
      ...(sampleRateHz === null ? ['the sampling rate'] : []),
      ...(scaleUv === null ? ['the unit of the voltages'] : []),
    ])
  }
  checkSize(csv.id, leads.length, rowCount, sampleRateHz)
  const channels = leads.map(({ name, column }) => ({
    name,
    samplesUv: Float32Array.from(table.columns[column] ?? [], (value) => value * scaleUv),
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
