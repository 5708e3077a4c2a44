/**
 * Writes a WFDB record (header(5), signal(5)): a header of text and one signal file, format 16. The gain is in counts
 * a millivolt with as many digits as it needs, so that every sample comes back exactly; a missing sample is -32768.
 *
 * Age, sex, device and the device's words are comments, as the databases have them. Leads that were computed are stored too.
 * Not supported: the patient's name and identifier (the format has no place for them and its files are shared widely),
 * measured numbers, the zone of the clock.
 */
import type { DeviceTime, EcgRecording } from '../types'
import { asciiOf } from './ascii'
import { type CountedLead, countLeads, MISSING } from './counts'
import { deviceOf, EcgWriteError, type EcgWriter, type WrittenFile } from './writer'

export const wfdbWriter: EcgWriter = { id: 'wfdb', label: 'WFDB', extension: 'hea', write: writeWfdb }

const UV_PER_MV = 1000
const RECORD_NAME = /^[A-Za-z0-9_-]+$/

function writeWfdb(recording: EcgRecording, record: string): readonly WrittenFile[] {
  const leads = countLeads(recording.leads, { hasOffset: false })
  if (leads.length === 0) throw new EcgWriteError('wfdb', 'the recording has no samples to write')
  if (!RECORD_NAME.test(record)) {
    throw new EcgWriteError('wfdb', 'a WFDB record is named with letters, digits, hyphens and underscores only')
  }
  return [
    { name: `${record}.hea`, bytes: new TextEncoder().encode(header(recording, record, leads)) },
    { name: `${record}.dat`, bytes: interleaved(leads) },
  ]
}

function header(recording: EcgRecording, record: string, leads: readonly CountedLead[]): string {
  const sampleCount = leads[0]?.counts.length ?? 0
  const lines = [
    [record, leads.length, recording.sampleRateHz, sampleCount, ...timeWords(recording.recordedAt)].join(' '),
    ...leads.map((lead) => signalLine(record, lead)),
    ...comments(recording),
  ]
  return `${lines.join('\n')}\n`
}

function timeWords(recordedAt: DeviceTime | null): readonly string[] {
  const [date = '', clock = ''] = recordedAt?.local.split('T') ?? []
  const [year, month, day] = date.split('-')
  return recordedAt === null ? [] : [clock, `${day}/${month}/${year}`]
}

/** File, format, gain(baseline)/unit, resolution, zero, first count, checksum, block size, lead. */
function signalLine(record: string, { name, counts, stepUv }: CountedLead): string {
  const checksum = (counts.reduce((sum, count) => (sum + count) & 0xffff, 0) << 16) >> 16
  return `${record}.dat 16 ${UV_PER_MV / stepUv}(0)/mV 16 0 ${counts[0] ?? 0} ${checksum} 0 ${name}`
}

function comments(recording: EcgRecording): readonly string[] {
  const { patient, reported } = recording
  const { manufacturer, model } = deviceOf(recording)
  const device = [manufacturer, model].filter((word) => word !== null).join(' ')
  const facts = [
    patient.ageYears === null ? null : `Age: ${patient.ageYears}`,
    patient.sex === 'male' || patient.sex === 'female' ? `Sex: ${patient.sex}` : null,
    device === '' ? null : `Device: ${device}`,
    ...reported.statements.map((statement) => `Statement: ${statement}`),
  ]
  return facts.flatMap((fact) => (fact === null ? [] : [`# ${asciiOf(fact).replace(/\s+/g, ' ')}`]))
}

function interleaved(leads: readonly CountedLead[]): Uint8Array {
  const sampleCount = leads[0]?.counts.length ?? 0
  const view = new DataView(new ArrayBuffer(sampleCount * leads.length * 2))
  for (const [channel, { counts }] of leads.entries()) {
    for (let index = 0; index < sampleCount; index++) {
      view.setInt16((index * leads.length + channel) * 2, counts[index] ?? MISSING, true)
    }
  }
  return new Uint8Array(view.buffer)
}
