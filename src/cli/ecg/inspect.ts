import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { EcgFormatError } from '@/ecg/errors'
import { areOneRecording, readEcgFiles } from '@/ecg/read-ecg-files'
import type { EcgReading, SignalDescription } from '@/ecg/types'
import {
  type ProblemReport,
  type RecordingReport,
  type ReportOptions,
  reportOnProblem,
  reportOnReading,
} from './inspect-report'
import { inspectStream } from './inspect-stream'
import { readPath } from './read-recording'

export type InspectOptions = ReportOptions & {
  readonly isJson: boolean
  /** What the person says about a file that does not say it itself. */
  readonly description?: SignalDescription
}

type Report = RecordingReport | ProblemReport

/** What is in the files, as text; `isRead` is false as soon as one of them cannot be read. */
export async function inspect(
  files: readonly string[],
  options: InspectOptions,
): Promise<{ text: string; isRead: boolean }> {
  const whole = (await inspectStream(files)) ?? inspectTogether(files, options)
  const reports = whole ? [whole] : await inspectEach(files, options)
  const names = whole ? [files.join(' ')] : files
  const text = options.isJson
    ? JSON.stringify(reports.length === 1 ? reports[0] : reports)
    : names.map((name, index) => readable(name, reports[index])).join('\n\n')
  return { text, isRead: !reports.some((report) => 'error' in report) }
}

/** The files as the parts of one recording; null when they are recordings of their own. */
function inspectTogether(paths: readonly string[], options: InspectOptions): Report | null {
  try {
    const files = paths.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }))
    return areOneRecording(files) ? reportOn(() => readEcgFiles(files), options) : null
  } catch {
    return null
  }
}

async function inspectEach(files: readonly string[], options: InspectOptions): Promise<Report[]> {
  const reports: Report[] = []
  for (const file of files) {
    const long = files.length > 1 ? await inspectStream([file]) : null
    reports.push(long ?? inspectFile(file, options))
  }
  return reports
}

function inspectFile(file: string, options: InspectOptions): Report {
  return reportOn(() => readPath(file, options.description), options)
}

function reportOn(read: () => EcgReading, options: InspectOptions): Report {
  try {
    return reportOnReading(read(), options)
  } catch (error) {
    if (error instanceof EcgFormatError) return reportOnProblem(error)
    return {
      error: { code: 'unreadable_path', format: null, message: 'the file cannot be opened', byteOffset: null },
    }
  }
}

function readable(file: string, report: Report | undefined): string {
  if (!report) return file
  if (!('error' in report)) return [file, ...recordingLines(report)].join('\n  ')
  const { code, format, message, byteOffset } = report.error
  const place = byteOffset === null ? '' : ` at byte ${byteOffset}`
  return `${file}\n  not readable: ${format === null ? '' : `${format}: `}${message}${place} (${code})`
}

function recordingLines(report: RecordingReport): string[] {
  const { reported, patient, device, leads } = report
  const { statements, byLead, ...numbers } = reported
  const derived = leads.filter((lead) => lead.isDerived).map((lead) => lead.name)
  return [
    `${report.format}: ${report.sampleRateHz} Hz, ${report.durationMs} ms`,
    `leads: ${leads.map((lead) => lead.name).join(' ')}${derived.length > 0 ? ` (derived: ${derived.join(' ')})` : ''}`,
    `recorded: ${report.recordedAt?.local ?? 'unknown'}`,
    `patient: ${known(patient)}`,
    `device: ${known(device)}`,
    `reported: ${known(numbers)}`,
    ...Object.entries(byLead ?? {}).map(([lead, values]) => `reported in ${lead}: ${known(values)}`),
    ...statements.map((statement) => `statement: ${statement}`),
    ...report.warnings.map((warning) => `warning: ${warning}`),
  ]
}

function known(values: object): string {
  const said = Object.entries(values).filter(([, value]) => value !== null)
  return said.map(([key, value]) => `${key} ${value}`).join(', ') || 'nothing'
}
