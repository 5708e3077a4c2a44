/**
 * Writes CSV: lines of description that begin with `#`, a row of headings, then one row an instant with its time in
 * milliseconds and the voltage of every lead in microvolts. Every number has as many digits as it takes to come back
 * exactly; a missing sample is an empty cell. UTF-8.
 *
 * Not supported: the patient (a table of samples goes further than the record it came from), measured numbers.
 */
import { joinText } from '../text'
import type { DeviceTime, EcgRecording } from '../types'
import { hasSamples } from './counts'
import { deviceOf, EcgWriteError, singleFile } from './writer'

export const csvWriter = singleFile({ id: 'csv', label: 'CSV', extension: 'csv' }, writeCsv)

const FEWEST_DIGITS = 6
const FLOAT32_DIGITS = 9

function writeCsv(recording: EcgRecording): Uint8Array {
  const leads = recording.leads.filter(hasSamples)
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  if (sampleCount === 0) throw new EcgWriteError('csv', 'the recording has no samples to write')
  const rows = Array.from({ length: sampleCount }, (_, index) => {
    const timeMs = Number(((index * 1000) / recording.sampleRateHz).toFixed(3))
    return [timeMs, ...leads.map(({ samplesUv }) => voltageText(samplesUv[index] ?? Number.NaN))].join(',')
  })
  const headings = ['time (ms)', ...leads.map(({ name }) => `${name} (uV)`)].join(',')
  return new TextEncoder().encode(`${[...description(recording), headings, ...rows].join('\n')}\n`)
}

function description(recording: EcgRecording): readonly string[] {
  const { manufacturer, model } = deviceOf(recording)
  const device = [manufacturer, model].filter((word) => word !== null).join(' ')
  const { sampleRateHz, recordedAt, reported } = recording
  return [
    `# Sampling rate,${sampleRateHz} Hz`,
    ...(recordedAt === null ? [] : [`# Recorded,${recordedAt.local.replace('T', ' ')}${offsetText(recordedAt)}`]),
    ...(device === '' ? [] : [`# Device,${oneLine(device)}`]),
    ...reported.statements.map((statement) => `# Classification,${oneLine(statement)}`),
  ]
}

function offsetText({ utcOffsetMinutes }: DeviceTime): string {
  if (utcOffsetMinutes === null) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  const magnitude = Math.abs(utcOffsetMinutes)
  return ` ${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(magnitude / 60))}:${two(magnitude % 60)}`
}

/** Without what would make the line two, or the file no text: control characters, halves of characters. */
function oneLine(text: string): string {
  return (joinText([text]) ?? '').replace(/[\p{Cs}\ufffd]/gu, '?')
}

/** The shortest that is the same 32-bit float again; never with an exponent. */
function voltageText(uv: number): string {
  if (Number.isNaN(uv)) return ''
  for (let digits = FEWEST_DIGITS; digits <= FLOAT32_DIGITS; digits++) {
    const value = Number(uv.toPrecision(digits))
    if (Math.fround(value) === uv) return plainText(value)
  }
  return plainText(uv)
}

function plainText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}
