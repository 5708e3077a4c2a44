/** Who was recorded, when and with what, as EDF+ writes it into two lines of the header (`X` stands for "not known"). */
import { NO_PATIENT } from '../../assemble-recording'
import { dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, ReportedPatient, Sex } from '../../types'
import type { EdfHeader } from './header'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const SEXES: Readonly<Record<string, Sex>> = { M: 'male', F: 'female' }
/** Two-digit years: 85 to 99 are 1985 to 1999. */
const FIRST_YEAR_OF_1900S = 85
const PLACEHOLDER = 'dd-MMM-yyyy'

/** `Patient: family^given` among the annotations, as our own writer has names that the header's ASCII cannot hold. */
export const NAME_LABEL = 'Patient: '

/** The header's patient, with the name in its own script where an annotation has it. */
export function readPatient(header: EdfHeader, texts: readonly string[] = []): ReportedPatient {
  const patient = readHeaderPatient(header)
  const named = texts.find((text) => text.startsWith(NAME_LABEL))
  if (named === undefined) return patient
  const [family, given] = named.slice(NAME_LABEL.length).split('^')
  return { ...patient, familyName: joinText([family]), givenName: joinText([given]) }
}

/** `code sex birth name`; plain EDF has free text there, which then is the only name of the patient. */
function readHeaderPatient({ patientText }: EdfHeader): ReportedPatient {
  const [code, sex = '', birth = '', name, ...more] = patientText.split(' ')
  if (!name || !/^[MFX]$/.test(sex)) {
    return { ...NO_PATIENT, id: joinText([patientText === PLACEHOLDER ? null : known(patientText)]) }
  }
  return {
    ...NO_PATIENT,
    id: known(code),
    familyName: joinText([known(name), ...more]),
    sex: SEXES[sex] ?? null,
    birthDate: longDate(birth),
  }
}

/** `Startdate dd-MMM-yyyy admin technician equipment`. */
export function readEquipment({ recordingText }: EdfHeader): string | null {
  const [first, , , , equipment] = recordingText.split(' ')
  return first === 'Startdate' ? known(equipment) : null
}

export function readRecordedAt({ recordingText, startDate, startTime }: EdfHeader): DeviceTime | null {
  const [first, long = ''] = recordingText.split(' ')
  const isHidden = first === 'Startdate' && long === 'X'
  const date = longDate(long) ?? (isHidden ? null : shortDate(startDate))
  const [hour = Number.NaN, minute = Number.NaN, second = Number.NaN] = startTime.split(/[.:]/).map(Number)
  const time = timeOf(hour, minute, second)
  return date && time ? { local: `${date}T${time}`, utcOffsetMinutes: null } : null
}

function longDate(text: string): string | null {
  const match = /^(\d{1,2})-([A-Z]{3})-(\d{4})$/i.exec(text)
  if (!match) return null
  return dateOf(Number(match[3]), MONTHS.indexOf((match[2] ?? '').toUpperCase()) + 1, Number(match[1]))
}

function shortDate(text: string): string | null {
  const [day = Number.NaN, month = Number.NaN, year = Number.NaN] = text.split(/[./-]/).map(Number)
  return dateOf(year >= FIRST_YEAR_OF_1900S ? 1900 + year : 2000 + year, month, day)
}

function known(text: string | undefined): string | null {
  return text === undefined || text === 'X' ? null : joinText([text.replaceAll('_', ' ')])
}
