/**
 * Schiller SEMA XML (`…schillerEDI.SchillerEDI`): the wave data of type ECG_RHYTHMS, one `channel` a lead,
 * whole numbers between commas.
 *
 * Voltage = count × unitperbit microvolts or millivolts; rate in hertz. Element names from public readers of
 * these files; the exponent of the rate is 1 in all known files and does not scale it.
 * Not supported: another exponent, other ways to write samples, averaged beats as a recording.
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../reported'
import type { EcgFormat, EcgReading, Reported, ReportedDevice, ReportedPatient, Sex } from '../types'
import { dayIn, deviceTimeOn, numberAt, textAt } from './xml-fields'
import { declaredCounts, listedCounts } from './xml-samples'
import { decodeXml, descend, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const UV_PER_UNIT: Readonly<Record<string, number>> = { UV: 1, MV: 1000 }
const SEXES: Readonly<Record<string, Sex>> = { MALE: 'male', FEMALE: 'female', M: 'male', F: 'female' }
const KEY_OF: Readonly<Record<string, ReportedKey>> = {
  HR: 'heartRateBpm',
  RR: 'rrMs',
  P: 'pMs',
  PQ: 'prMs',
  QRS: 'qrsMs',
  QT: 'qtMs',
  QTC: 'qtcMs',
  AXIS_P: 'pAxisDeg',
  AXIS_QRS: 'qrsAxisDeg',
  AXIS_T: 'tAxisDeg',
}

export const schillerXml: EcgFormat = {
  id: 'schiller-xml',
  label: 'Schiller XML',
  sniff: (bytes) => /(^|\.)SchillerEDI$/.test(rootNameOf(bytes) ?? ''),
  read,
}

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(schillerXml.id, decodeXml(bytes))
  const events = descend(root, 'eventdata', 'event')
  const event = events.find((candidate) => rhythmsOf(candidate).length > 0)
  const rhythm = event && rhythmsOf(event)[0]
  if (!event || !rhythm) throw new EcgFormatError(schillerXml.id, 'no_waveform', 'the file holds no rhythm')
  const rhythmCount = events.flatMap(rhythmsOf).length
  const sampleRateHz = rateOf(rhythm)
  const start = descend(root, 'examdescript', 'startdatetime')[0]
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: schillerXml.id,
      sampleRateHz,
      channels: readChannels(rhythm, sampleRateHz),
      recordedAt: deviceTimeOn(dayIn(textAt(start, 'date')), textAt(start, 'time')),
      patient: readPatient(root),
      device: readDevice(root),
      reported: readReported(event),
      warnings: rhythmCount > 1 ? [`The file holds ${rhythmCount} recordings; the first is shown.`] : [],
    }),
  }
}

function rhythmsOf(event: XmlElement): readonly XmlElement[] {
  return descend(event, 'wavedata').filter((wave) => textAt(wave, 'type')?.toUpperCase() === 'ECG_RHYTHMS')
}

function rateOf(rhythm: XmlElement): number {
  const exponent = numberAt(rhythm, 'resolution', 'samplerate', 'exponent') ?? 1
  if (exponent !== 1) {
    throw new EcgFormatError(schillerXml.id, 'unsupported', 'the sampling rate is written in a way not read here')
  }
  return numberAt(rhythm, 'resolution', 'samplerate', 'value') ?? Number.NaN
}

function readChannels(rhythm: XmlElement, sampleRateHz: number): Channel[] {
  const unit = textAt(rhythm, 'resolution', 'yres', 'units')?.toUpperCase() ?? ''
  const stepUv = (numberAt(rhythm, 'resolution', 'yres', 'unitperbit') ?? 0) * (UV_PER_UNIT[unit] ?? 0)
  if (!(stepUv > 0)) {
    throw new EcgFormatError(schillerXml.id, 'malformed', 'the voltage scale is missing or makes no sense')
  }
  const channels = descend(rhythm, 'channel')
  return channels.map((channel) => {
    const declared = numberAt(channel, 'samplecount')
    if (declared !== null) checkSize(schillerXml.id, channels.length, declared, sampleRateHz)
    if ((textAt(channel, 'datastype') ?? 'COMMASEPARATE').toUpperCase() !== 'COMMASEPARATE') {
      throw new EcgFormatError(schillerXml.id, 'unsupported', 'the samples are written in a way not read here')
    }
    const counts = listedCounts(schillerXml.id, descend(channel, 'data')[0]?.text ?? '')
    const samplesUv = microvoltsOf(declaredCounts(schillerXml.id, counts, declared), stepUv)
    return { name: leadOfLabel(textAt(channel, 'name') ?? ''), samplesUv, stepUv }
  })
}

function readPatient(root: XmlElement): ReportedPatient {
  const person = descend(root, 'patdata')[0]
  return {
    id: textAt(person, 'id'),
    familyName: textAt(person, 'lastname'),
    givenName: textAt(person, 'firstname'),
    sex: SEXES[textAt(person, 'gender')?.toUpperCase() ?? ''] ?? null,
    birthDate: dayIn(textAt(person, 'birthdate')),
    ageYears: null,
  }
}

function readDevice(root: XmlElement): ReportedDevice {
  const exam = descend(root, 'examdescript')[0]
  return {
    ...NO_DEVICE,
    manufacturer: textAt(exam, 'aquiringdevice', 'hardware', 'vendor') ?? 'Schiller',
    model: textAt(exam, 'aquiringdevice', 'hardware', 'model') ?? textAt(exam, 'aquiringdevice', 'hardware', 'type'),
    institution: textAt(exam, 'idu', 'aquiring_institute', 'name'),
  }
}

/** A dash stands for no value. Only texts that the device marks as its interpretation are its statements. */
function readReported(event: XmlElement): Reported {
  const values = descend(event, 'annotation_global').flatMap((annotation) => {
    const key = KEY_OF[textAt(annotation, 'name')?.toUpperCase() ?? '']
    return key ? [[key, reportedNumber(key, numberAt(annotation, 'value'))]] : []
  })
  const texts = descend(event, 'textdata').filter((text) => /INTERPRET|STATEMENT/i.test(textAt(text, 'type') ?? ''))
  const statements = texts.map((text) => textAt(text, 'textdata')).filter((text) => text !== null)
  return { ...NOTHING_REPORTED, ...Object.fromEntries(values), statements }
}
