/**
 * Philips Sierra ECG XML (`restingecgdata`), versions 1.03, 1.04 and 1.04.01, in UTF-8 or UTF-16: all leads in
 * one base64 text, packed with XLI or as 16-bit little-endian counts one lead after the other.
 *
 * Voltage = count × resolution (microvolts). In XLI the limb leads but I and II are residuals. The calibration
 * pulse at the end is cut off with all that follows it.
 * Not supported: other bit widths, an offset, the representative beats, recordings without lead labels other
 * than of twelve leads.
 */
import { assembleRecording, checkSize, microvoltsOf } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { type EcgFormat, type EcgReading, type LeadName, STANDARD_LEADS } from '../types'
import { type CalibrationPulse, findCalibrationPulse } from './philips-xml/calibration-pulse'
import { readDevice, readPatient, readRecordedAt, readReported } from './philips-xml/header'
import { hasResiduals, restoreLimbLeads } from './philips-xml/residual-leads'
import { decodeXli } from './philips-xml/xli'
import { numberAt, numberIn, textAt } from './xml-fields'
import { bytesOfBase64, int16Counts } from './xml-samples'
import { decodeXml, descend, findAll, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const DOCUMENT_TYPES = ['SierraECG', 'PhilipsECG']
const VERSIONS = ['1.03', '1.04', '1.04.01']
/** A resting ECG is seconds long; this bounds what a small packed file can ask for. */
const MAX_SAMPLES = 5_000_000
const TWELVE_LEADS = ['STD-12', '10-WIRE']
/** The name that the issue gives to this oddity; it is no sentence. */
const PULSE_WARNING = 'calibration-pulse-removed'

export const philipsXml: EcgFormat = {
  id: 'philips-xml',
  label: 'Philips Sierra ECG XML',
  sniff: (bytes) => rootNameOf(bytes) === 'restingecgdata',
  read,
}

type Signal = {
  readonly labels: readonly string[]
  readonly sampleRateHz: number
  readonly sampleCount: number
  readonly stepUv: number
  readonly isPacked: boolean
  readonly bytes: Uint8Array
}

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(philipsXml.id, decodeXml(bytes))
  checkVersion(root)
  const { sampleRateHz, stepUv, ...signal } = readSignal(root)
  const leads = restored(signal)
  const pulse = findCalibrationPulse(leads, stepUv, sampleRateHz)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: philipsXml.id,
      sampleRateHz,
      channels: leads.map(({ name, counts }) => ({
        name,
        samplesUv: microvoltsOf(counts.subarray(0, pulse?.startIndex), stepUv),
        stepUv,
      })),
      recordedAt: readRecordedAt(root),
      patient: readPatient(root),
      device: readDevice(root),
      reported: readReported(root),
      warnings: pulse ? warningsOf(pulse) : [],
    }),
  }
}

function warningsOf({ isMissingIn }: CalibrationPulse): string[] {
  const astray = isMissingIn.map(
    (name) => `Lead ${name ?? 'that is not shown'} may be damaged: it does not end as the others do.`,
  )
  return [PULSE_WARNING, ...astray]
}

function checkVersion(root: XmlElement): void {
  const type = textAt(root, 'documentinfo', 'documenttype')
  const version = textAt(root, 'documentinfo', 'documentversion')
  if (!type || !version) throw new EcgFormatError(philipsXml.id, 'malformed', 'the file does not say what kind it is')
  if (!DOCUMENT_TYPES.includes(type) || !VERSIONS.includes(version)) {
    throw unsupported('the document is of a type or version not read here')
  }
}

function readSignal(root: XmlElement): Signal {
  const waveforms = findAll(root, 'parsedwaveforms')[0]
  if (!waveforms || waveforms.text.trim() === '') {
    throw new EcgFormatError(philipsXml.id, 'no_waveform', 'the file holds no ECG samples')
  }
  const about = descend(root, 'dataacquisition', 'signalcharacteristics')[0]
  const { attributes } = waveforms
  const setting = (attribute: string, ...names: readonly string[]) =>
    numberIn(attributes[attribute]) ??
    names.map((name) => numberAt(about, name)).find((value) => value !== null) ??
    null
  const sampleRateHz = setting('samplespersecond', 'samplingrate') ?? Number.NaN
  const sampleCount = Math.round(((numberIn(attributes.durationperchannel) ?? 0) / 1000) * sampleRateHz)
  const stepUv = setting('resolution', 'resolution', 'signalresolution') ?? 0
  const labels = labelsOf(attributes, about)
  checkSize(philipsXml.id, labels.length, sampleCount, sampleRateHz)
  if (labels.length * sampleCount > MAX_SAMPLES) throw unsupported('the recording is longer than a resting ECG')
  if (!(stepUv > 0))
    throw new EcgFormatError(philipsXml.id, 'malformed', 'the voltage scale is missing or makes no sense')
  const isSigned = (attributes.signalsigned ?? textAt(about, 'signalsigned') ?? 'True').toLowerCase() === 'true'
  const bits = numberIn(attributes.nbitspersample) ?? setting('bitspersample', 'bitspersample') ?? 16
  const isBase64 = attributes.dataencoding === 'Base64'
  if (!isSigned || bits !== 16 || setting('signaloffset', 'signaloffset') || !isBase64) {
    throw unsupported('the samples are coded in a way not read here')
  }
  const bytes = bytesOfBase64(philipsXml.id, waveforms.text)
  return { labels, sampleRateHz, sampleCount, stepUv, isPacked: isXli(attributes), bytes }
}

function isXli(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.compressflag?.toLowerCase() === 'false') return false
  const method = (attributes.compressmethod ?? attributes.compression ?? '').toUpperCase()
  if (method !== 'XLI' && !['', 'NONE', 'UNCOMPRESSED'].includes(method)) {
    throw unsupported('the samples are packed in a way not read here')
  }
  return method === 'XLI'
}

/** Version 1.03 does not name its leads; its standard recording has the twelve in their order. */
function labelsOf(attributes: Readonly<Record<string, string>>, about: XmlElement | undefined): readonly string[] {
  const labels = attributes.leadlabels?.match(/\S+/g)
  if (labels) return labels.slice(0, numberIn(attributes.numberofleads) ?? labels.length)
  if (TWELVE_LEADS.includes(textAt(about, 'acquisitiontype') ?? '')) return STANDARD_LEADS
  throw unsupported('the leads have no names')
}

type CountedLead = { readonly name: LeadName | null; readonly counts: Int32Array }

function restored(signal: Omit<Signal, 'sampleRateHz' | 'stepUv'>): readonly CountedLead[] {
  const stored = unpacked(signal)
  const byName = new Map(stored.flatMap(({ name, counts }) => (name ? [[name, counts] as const] : [])))
  if (!signal.isPacked && !hasResiduals(byName)) return stored
  const limbLeads = restoreLimbLeads(byName)
  return stored.map(({ name, counts }) => ({ name, counts: (name && limbLeads.get(name)) ?? counts }))
}

function unpacked({ labels, sampleCount, isPacked, bytes }: Omit<Signal, 'sampleRateHz' | 'stepUv'>): CountedLead[] {
  if (!isPacked && bytes.length < labels.length * sampleCount * 2) {
    throw new EcgFormatError(philipsXml.id, 'truncated', 'the leads have fewer samples than the file says')
  }
  const leads = isPacked
    ? decodeXli(philipsXml.id, bytes, labels.length, sampleCount)
    : labels.map((_, index) => int16Counts(bytes.subarray(index * sampleCount * 2, (index + 1) * sampleCount * 2)))
  return labels.map((label, index) => ({ name: leadOfLabel(label), counts: leads[index] ?? new Int32Array() }))
}

function unsupported(reason: string): EcgFormatError {
  return new EcgFormatError(philipsXml.id, 'unsupported', reason)
}
