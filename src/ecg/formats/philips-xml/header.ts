/** Who, when, with what device, and the device's own values and words, of a Philips Sierra ECG XML. */
import { NO_DEVICE } from '../../assemble-recording'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../../reported'
import { ageInYears } from '../../text'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, Sex } from '../../types'
import { dayIn, deviceTimeOn, numberAt, textAt } from '../xml-fields'
import { descend, type XmlElement } from '../xml-tree'

const SEXES: Readonly<Record<string, Sex>> = { MALE: 'male', FEMALE: 'female', UNKNOWN: 'unknown' }

/** Version 1.04 first, then 1.03. Words such as "Failed" stand where there is no value. */
const ELEMENTS_OF: Readonly<Record<ReportedKey, readonly string[]>> = {
  heartRateBpm: ['heartrate', 'meanventrate'],
  rrMs: ['rrint'],
  pMs: ['pdur'],
  prMs: ['print', 'meanprint'],
  qrsMs: ['qrsdur', 'meanqrsdur'],
  qtMs: ['qtint', 'meanqtint'],
  qtcMs: ['qtcb', 'meanqtc'],
  pAxisDeg: ['pfrontaxis'],
  qrsAxisDeg: ['qrsfrontaxis'],
  tAxisDeg: ['tfrontaxis'],
}

export function readPatient(root: XmlElement): ReportedPatient {
  const person = descend(root, 'patient', 'generalpatientdata')[0]
  const years = numberAt(person, 'age', 'years')
  return {
    id: textAt(person, 'patientid'),
    familyName: textAt(person, 'name', 'lastname'),
    givenName: textAt(person, 'name', 'firstname'),
    sex: SEXES[textAt(person, 'sex')?.toUpperCase() ?? ''] ?? null,
    birthDate: dayIn(textAt(person, 'age', 'dateofbirth')),
    ageYears: years === null ? null : ageInYears(years, 'year'),
  }
}

export function readDevice(root: XmlElement): ReportedDevice {
  const acquisition = descend(root, 'dataacquisition')[0]
  const machine = acquisition && descend(acquisition, 'machine')[0]
  return {
    ...NO_DEVICE,
    manufacturer: 'Philips',
    model: textAt(acquisition, 'machine'),
    serial: machine?.attributes.machineid?.trim() || null,
    institution: textAt(acquisition, 'acquirer', 'institutionname'),
  }
}

export function readRecordedAt(root: XmlElement): DeviceTime | null {
  const attributes = descend(root, 'dataacquisition')[0]?.attributes
  return deviceTimeOn(dayIn(attributes?.date), attributes?.time)
}

export function readReported(root: XmlElement): Reported {
  const interpretation = descend(root, 'interpretations', 'interpretation')[0]
  const places = [
    ...(interpretation ? descend(interpretation, 'globalmeasurements') : []),
    ...(interpretation ? descend(interpretation, 'interpretationmeasurements') : []),
    ...descend(root, 'measurements', 'globalmeasurements'),
    ...descend(root, 'internalmeasurements', 'crossleadmeasurements'),
  ]
  const values = Object.fromEntries(
    Object.entries(ELEMENTS_OF).map(([key, names]) => [key, firstValue(key as ReportedKey, names, places)]),
  )
  return { ...NOTHING_REPORTED, ...values, statements: readStatements(interpretation) }
}

function firstValue(key: ReportedKey, names: readonly string[], places: readonly XmlElement[]): number | null {
  const values = places.flatMap((place) => names.map((name) => reportedNumber(key, numberAt(place, name))))
  return values.find((value) => value !== null) ?? null
}

/** Each statement with its reason, then how severe the device thought the whole to be. */
function readStatements(interpretation: XmlElement | undefined): string[] {
  if (!interpretation) return []
  const statements = descend(interpretation, 'statement').map((statement) =>
    [textAt(statement, 'leftstatement'), textAt(statement, 'rightstatement')]
      .filter((text) => text !== null)
      .join(': '),
  )
  return [...statements, textAt(interpretation, 'severity') ?? ''].filter((text) => text !== '')
}
