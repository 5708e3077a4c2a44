/** Patient and time in the header of a WFDB record, where databases write them as comments of no fixed form. */
import { NO_DEVICE, NO_PATIENT } from '../../assemble-recording'
import { ageInYears, dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, ReportedDevice, ReportedPatient, Sex } from '../../types'
import type { WfdbHeader } from './header'

const DEVICE_LABEL = 'Device: '
const STATEMENT_LABEL = 'Statement: '
const SEXES: Readonly<Record<string, Sex>> = { m: 'male', f: 'female' }

/** `<age>: 51`, `Sex: female`, or `69 M …` as the MIT-BIH databases have it. */
export function readPatient(comments: readonly string[]): ReportedPatient {
  const text = comments.join('\n')
  const brief = /^(\d{1,3}) ([MF])\b/m.exec(text)
  const age = /<?\bage>?\s*:\s*(\d{1,3})\b/i.exec(text)?.[1] ?? brief?.[1]
  const sex = /<?\bsex>?\s*:\s*([mf])(?:ale|emale)?\b/i.exec(text)?.[1] ?? brief?.[2]
  return {
    ...NO_PATIENT,
    ageYears: age ? ageInYears(Number(age), 'year') : null,
    sex: SEXES[sex?.toLowerCase() ?? ''] ?? null,
  }
}

/** `Device: …`, as our own writer has it. */
export function readDevice(comments: readonly string[]): ReportedDevice {
  const line = comments.find((comment) => comment.startsWith(DEVICE_LABEL))
  return { ...NO_DEVICE, model: joinText([line?.slice(DEVICE_LABEL.length)]) }
}

/** `Statement: …`, as our own writer has it. */
export function readStatements(comments: readonly string[]): readonly string[] {
  const lines = comments.filter((comment) => comment.startsWith(STATEMENT_LABEL))
  return lines.flatMap((line) => joinText([line.slice(STATEMENT_LABEL.length)]) ?? [])
}

/** `hh:mm:ss.sss` and `dd/mm/yyyy`; a time without its day is no time. */
export function readRecordedAt({ startTime, startDate }: WfdbHeader): DeviceTime | null {
  const [day = Number.NaN, month = Number.NaN, year = Number.NaN] = startDate.split('/').map(Number)
  const [hour = Number.NaN, minute = Number.NaN, second = 0] = startTime.split(':').map(Number)
  const date = dateOf(year, month, day)
  const time = timeOf(hour, minute, second)
  return date && time ? { local: `${date}T${time}`, utcOffsetMinutes: null } : null
}
