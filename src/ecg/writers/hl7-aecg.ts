/**
 * Writes an HL7 Annotated ECG (ANSI/HL7 V3 ECG R1-2004): one rhythm series, one time sequence, one sequence of
 * `SLIST_PQ` in microvolts a lead, and the device's own values and words as annotations. UTF-8.
 *
 * The time sequence is absolute where the device gave its time, else relative. Leads that were computed are stored too.
 * Not supported: missing samples (the format has no mark for them), the age (only the birth date has a place).
 */
import type { ReportedKey } from '../reported'
import type { DeviceTime, EcgRecording } from '../types'
import { element, type XmlNode, xmlText } from '../xml-text'
import { contentUuid } from './content-id'
import { type CountedLead, countLeads } from './counts'
import { deviceOf, EcgWriteError, singleFile } from './writer'

export const hl7AecgWriter = singleFile({ id: 'hl7-aecg', label: 'HL7 aECG', extension: 'xml' }, writeAecg)

function writeAecg(recording: EcgRecording): Uint8Array {
  const leads = countLeads(recording.leads, { hasOffset: true })
  if (leads.length === 0) throw new EcgWriteError('hl7-aecg', 'the recording has no samples to write')
  if (leads.some(({ hasMissing }) => hasMissing)) {
    throw new EcgWriteError('hl7-aecg', 'samples are missing in this recording, and HL7 aECG has no mark for them')
  }
  const root = element('AnnotatedECG', NAMESPACES, [
    element('id', { root: contentUuid(recording, 'object') }),
    element('code', { code: '93000', codeSystem: '2.16.840.1.113883.6.12', codeSystemName: 'CPT-4' }),
    effectiveTime(recording),
    element('componentOf', {}, [timepointEvent(recording)]),
    element('component', {}, [series(recording, leads)]),
  ])
  return new TextEncoder().encode(xmlText(root))
}

const NAMESPACES = {
  xmlns: 'urn:hl7-org:v3',
  'xmlns:voc': 'urn:hl7-org:v3/voc',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  type: 'Observation',
}
const MDC = { codeSystem: '2.16.840.1.113883.6.24', codeSystemName: 'MDC' }
const ACT_CODE = '2.16.840.1.113883.5.4'
const SEX_CODES = { male: 'M', female: 'F', unknown: 'UN' } as const

const MEASUREMENTS: ReadonlyArray<readonly [key: ReportedKey, code: string, unit: string]> = [
  ['heartRateBpm', 'MDC_ECG_HEART_RATE', 'bpm'],
  ['rrMs', 'MDC_ECG_TIME_PD_RR', 'ms'],
  ['pMs', 'MDC_ECG_TIME_PD_P', 'ms'],
  ['prMs', 'MDC_ECG_TIME_PD_PR', 'ms'],
  ['qrsMs', 'MDC_ECG_TIME_PD_QRS', 'ms'],
  ['qtMs', 'MDC_ECG_TIME_PD_QT', 'ms'],
  ['qtcMs', 'MDC_ECG_TIME_PD_QTc', 'ms'],
  ['pAxisDeg', 'MDC_ECG_ANGLE_P_FRONT', 'deg'],
  ['qrsAxisDeg', 'MDC_ECG_ANGLE_QRS_FRONT', 'deg'],
  ['tAxisDeg', 'MDC_ECG_ANGLE_T_FRONT', 'deg'],
]

/** From the first sample to the end of the last; empty where the device gave no time. */
function effectiveTime({ recordedAt, leads, sampleRateHz }: EcgRecording): XmlNode {
  if (recordedAt === null) return element('effectiveTime', { nullFlavor: 'UNK' })
  const durationMs = ((leads[0]?.samplesUv.length ?? 0) / sampleRateHz) * 1000
  return element('effectiveTime', {}, [
    element('low', { value: timestamp(recordedAt, 0), inclusive: 'true' }),
    element('high', { value: timestamp(recordedAt, durationMs), inclusive: 'false' }),
  ])
}

/** `20261122142108.000+0500`. */
function timestamp({ local, utcOffsetMinutes }: DeviceTime, laterMs: number): string {
  const at = new Date(Date.parse(`${local}Z`) + laterMs)
  const clock = at.toISOString().replace(/[-:TZ]/g, '')
  if (utcOffsetMinutes === null) return clock
  const two = (value: number) => String(value).padStart(2, '0')
  const magnitude = Math.abs(utcOffsetMinutes)
  return `${clock}${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(magnitude / 60))}${two(magnitude % 60)}`
}

function timepointEvent(recording: EcgRecording): XmlNode {
  const { patient } = recording
  const institution = deviceOf(recording).institution
  const site = institution === null ? [] : [element('location', {}, [element('name', {}, institution)])]
  return element('timepointEvent', {}, [
    element('componentOf', {}, [
      element('subjectAssignment', {}, [
        element('subject', {}, [
          element('trialSubject', {}, [
            element('id', patient.id === null ? { nullFlavor: 'UNK' } : { root: UNNAMED_ROOT, extension: patient.id }),
            element('subjectDemographicPerson', {}, person(recording)),
          ]),
        ]),
        element('componentOf', {}, [
          element('clinicalTrial', {}, [
            element('id', { nullFlavor: 'NA' }),
            element('location', {}, [element('trialSite', {}, [element('id', { nullFlavor: 'UNK' }), ...site])]),
          ]),
        ]),
      ]),
    ]),
  ])
}

/** The authority that gave the patient's identifier is not known to the device. */
const UNNAMED_ROOT = '2.25.158587434099324677446582539338294074173'

function person({ patient: { familyName, givenName, sex, birthDate } }: EcgRecording): XmlNode[] {
  const names = [
    ...(familyName === null ? [] : [element('family', {}, familyName)]),
    ...(givenName === null ? [] : [element('given', {}, givenName)]),
  ]
  return [
    ...(names.length === 0 ? [] : [element('name', {}, names)]),
    ...(sex === null
      ? []
      : [element('administrativeGenderCode', { code: SEX_CODES[sex], codeSystem: '2.16.840.1.113883.5.1' })]),
    ...(birthDate === null ? [] : [element('birthTime', { value: birthDate.replaceAll('-', '') })]),
  ]
}

function series(recording: EcgRecording, leads: readonly CountedLead[]): XmlNode {
  return element('series', {}, [
    element('id', { root: contentUuid(recording, 'series') }),
    element('code', { code: 'RHYTHM', codeSystem: ACT_CODE, codeSystemName: 'ActCode' }),
    effectiveTime(recording),
    element('author', {}, [seriesAuthor(recording)]),
    element('component', {}, [
      element('sequenceSet', {}, [
        element('component', {}, [timeSequence(recording)]),
        ...leads.map((lead) => element('component', {}, [leadSequence(lead)])),
      ]),
    ]),
    ...annotations(recording),
  ])
}

function seriesAuthor(recording: EcgRecording): XmlNode {
  const { manufacturer, model, serial } = deviceOf(recording)
  const device = [
    ...(serial === null ? [] : [element('id', { root: UNNAMED_ROOT, extension: serial })]),
    element('code', { code: '12LEAD_ELECTROCARDIOGRAPH' }),
    ...(model === null ? [] : [element('manufacturerModelName', {}, model)]),
  ]
  const maker =
    manufacturer === null ? [] : [element('manufacturerOrganization', {}, [element('name', {}, manufacturer)])]
  return element('seriesAuthor', {}, [element('manufacturedSeriesDevice', {}, device), ...maker])
}

function timeSequence({ recordedAt, sampleRateHz }: EcgRecording): XmlNode {
  const increment = element('increment', { value: String(1 / sampleRateHz), unit: 's' })
  const isAbsolute = recordedAt !== null
  const head = isAbsolute
    ? element('head', { value: timestamp(recordedAt, 0) })
    : element('head', { value: '0', unit: 's' })
  return element('sequence', {}, [
    element('code', { code: isAbsolute ? 'TIME_ABSOLUTE' : 'TIME_RELATIVE', codeSystem: ACT_CODE }),
    element('value', { 'xsi:type': isAbsolute ? 'GLIST_TS' : 'GLIST_PQ' }, [head, increment]),
  ])
}

function leadSequence({ name, counts, stepUv, offsetUv }: CountedLead): XmlNode {
  return element('sequence', {}, [
    element('code', { code: `MDC_ECG_LEAD_${name.toUpperCase()}`, ...MDC }),
    element('value', { 'xsi:type': 'SLIST_PQ' }, [
      element('origin', { value: String(offsetUv), unit: 'uV' }),
      element('scale', { value: String(stepUv), unit: 'uV' }),
      element('digits', {}, counts.join(' ')),
    ]),
  ])
}

function annotations(recording: EcgRecording): XmlNode[] {
  const { reported, recordedAt } = recording
  const values = MEASUREMENTS.flatMap(([key, code, unit]) => {
    const value = reported[key]
    return value === null ? [] : [annotation(code, { 'xsi:type': 'PQ', value: String(value), unit })]
  })
  const words = reported.statements.map((statement) =>
    annotation('MDC_ECG_INTERPRETATION_STATEMENT', { 'xsi:type': 'ST' }, statement),
  )
  if (values.length + words.length === 0) return []
  const time = recordedAt === null ? [] : [element('activityTime', { value: timestamp(recordedAt, 0) })]
  const parts = [...values, ...words].map((part) => element('component', {}, [part]))
  return [element('subjectOf', {}, [element('annotationSet', {}, [...time, ...parts])])]
}

function annotation(code: string, attributes: Readonly<Record<string, string>>, text = ''): XmlNode {
  return element('annotation', {}, [element('code', { code, ...MDC }), element('value', attributes, text)])
}
