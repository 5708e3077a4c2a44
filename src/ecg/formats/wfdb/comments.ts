/** Patient and time in the header of a WFDB record, where databases write them as comments of no fixed form. */
import { NO_PATIENT } from '../../assemble-recording'
import { ageInYears, dateOf, timeOf } from '../../text'
import type { DeviceTime, ReportedPatient, Sex } from '../../types'
import type { WfdbHeader } from './header'

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

/** `hh:mm:ss.sss` and `dd/mm/yyyy`; a time without its day is no time. */
export function readRecordedAt({ startTime, startDate }: WfdbHeader): DeviceTime | null {
  const [day = Number.NaN, month = Number.NaN, year = Number.NaN] = startDate.split('/').map(Number)
  const [hour = Number.NaN, minute = Number.NaN, second = 0] = startTime.split(':').map(Number)
  const date = dateOf(year, month, day)
  const time = timeOf(hour, minute, second)
  return date && time ? { local: `${date}T${time}`, utcOffsetMinutes: null } : null
}
