import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { areOneRecording, readEcgFiles } from '@/ecg/read-ecg-files'
import { type ReadingSummary, summariseReading, type WaveformSummary } from '@/ecg/reading-summary'
import type { EcgReading } from '@/ecg/types'

export type InspectOptions = { readonly isJson: boolean; readonly withSamples: boolean }

type Problem = { readonly error: { readonly code: string; readonly message: string } }
type Report = (ReadingSummary & { samplesUv?: Record<string, number[]> }) | Problem

/** What is in the files, as text; `isRead` is false as soon as one of them cannot be read. */
export function inspect(files: readonly string[], options: InspectOptions): { text: string; isRead: boolean } {
  const whole = inspectTogether(files, options.withSamples)
  const reports = whole ? [whole] : files.map((file) => inspectFile(file, options.withSamples))
  const names = whole ? [files.join(' ')] : files
  const text = options.isJson
    ? JSON.stringify(reports.length === 1 ? reports[0] : reports)
    : names.map((name, index) => readable(name, reports[index])).join('\n\n')
  return { text, isRead: !reports.some((report) => 'error' in report) }
}

/** The files as the parts of one recording; null when they are recordings of their own. */
function inspectTogether(paths: readonly string[], withSamples: boolean): Report | null {
  try {
    const files = paths.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }))
    return areOneRecording(files) ? reportOn(() => readEcgFiles(files), withSamples) : null
  } catch {
    return null
  }
}

function inspectFile(file: string, withSamples: boolean): Report {
  return reportOn(() => readEcgFile(new Uint8Array(readFileSync(file))), withSamples)
}

function reportOn(read: () => EcgReading, withSamples: boolean): Report {
  try {
    const reading = read()
    return { ...summariseReading(reading), ...(withSamples ? samplesOf(reading) : {}) }
  } catch (error) {
    if (error instanceof EcgFormatError) return { error: { code: error.code, message: error.message } }
    return { error: { code: 'unreadable_path', message: 'the file cannot be opened' } }
  }
}

function samplesOf(reading: EcgReading): { samplesUv?: Record<string, number[]> } {
  if (reading.kind === 'picture') return {}
  const entries = reading.recording.leads.map(({ name, samplesUv }) => [name, Array.from(samplesUv, thousandths)])
  return { samplesUv: Object.fromEntries(entries) }
}

function thousandths(uv: number): number {
  return Math.round(uv * 1000) / 1000
}

function readable(file: string, report: Report | undefined): string {
  if (!report) return file
  if ('error' in report) return `${file}\n  not readable: ${report.error.message} (${report.error.code})`
  if (report.kind === 'waveform') return [file, ...waveformLines(report)].join('\n  ')
  const size = report.widthPx === null ? '' : `, ${report.widthPx} × ${report.heightPx} pixels`
  return `${file}\n  picture: ${report.format}${size}${report.isEmbedded ? ', inside another file' : ''}`
}

function waveformLines(summary: WaveformSummary): string[] {
  const { reported, patient, device } = summary
  const { statements, ...numbers } = reported
  const derived = summary.leads.filter((lead) => lead.isDerived).map((lead) => lead.name)
  const known = (values: object) =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ') || 'nothing'
  return [
    `${summary.format}: ${summary.sampleRateHz} Hz, ${summary.durationMs} ms`,
    `leads: ${summary.leads.map((lead) => lead.name).join(' ')}${derived.length > 0 ? ` (derived: ${derived.join(' ')})` : ''}`,
    `recorded: ${summary.recordedAt?.local ?? 'unknown'}`,
    `patient: ${known(patient)}`,
    `device: ${known(device)}`,
    `reported: ${known(numbers)}`,
    ...statements.map((statement) => `statement: ${statement}`),
    ...summary.warnings.map((warning) => `warning: ${warning}`),
  ]
}
