/** Made files of journeys about what software measures: a lead that is off, bare numbers, an infarction, a header with its signals. */
import { type EcgOptions, makeEcg } from '@/ecg/synthetic/make-ecg'
import { type EcgRecording, STANDARD_LEADS } from '@/ecg/types'
import { dicomWriter } from '@/ecg/writers/dicom'
import { writeScp } from '@/ecg/writers/scp'
import { wfdbWriter } from '@/ecg/writers/wfdb'
import type { SentFile } from './ecg-files'

const BINARY = 'application/octet-stream'

export function scpOf(options: EcgOptions, name: string): SentFile {
  return sent(name, writeScp(makeEcg(options).recording))
}

/** The cable of V2 hangs in the air. */
export function leadOffFile(): SentFile {
  return scpOf(
    { scenario: 'normal', seed: 5, noise: { wanderUvPp: 40, muscleUvRms: 4, leadsOff: ['V2'] } },
    'v2-off.scp',
  )
}

export function infarctionFile(): SentFile {
  return scpOf({ scenario: 'anterior-stemi', seed: 2 }, 'anterior-stemi.scp')
}

export function normalFile(): SentFile {
  return scpOf({ scenario: 'normal', seed: 11 }, 'normal.scp')
}

/** An ECG that software finds nothing urgent in, whose own device says otherwise. */
export function deviceSaysFile(statement: string): SentFile {
  const { recording } = makeEcg({ scenario: 'normal', seed: 11 })
  const reported = { ...recording.reported, statements: [statement, ...recording.reported.statements] }
  return sent('device.dcm', partOf(dicomWriter.write({ ...recording, reported }, 'device'), 'device.dcm'))
}

/** Twelve columns of millivolts without a heading, at 500 Hz that nothing in the file says. */
export function bareNumbersFile(): SentFile {
  const { recording } = makeEcg({ scenario: 'normal', seed: 3 })
  return { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(rowsOf(recording).join('\n')) }
}

/** The header and the signal file of one recording. */
export function wfdbPair(): readonly SentFile[] {
  const { recording } = makeEcg({ scenario: 'normal', seed: 8 })
  return wfdbWriter.write(recording, 'ward7').map(({ name, bytes }) => sent(name, bytes))
}

function rowsOf({ leads }: EcgRecording): readonly string[] {
  const columns = STANDARD_LEADS.map(
    (name) => leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array(),
  )
  return Array.from(columns[0] ?? [], (_, row) =>
    columns.map((column) => ((column[row] ?? 0) / 1000).toFixed(4)).join(','),
  )
}

function partOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], name: string): Uint8Array {
  return files.find((file) => file.name === name)?.bytes ?? new Uint8Array()
}

function sent(name: string, bytes: Uint8Array): SentFile {
  return { name, mimeType: BINARY, buffer: Buffer.from(bytes) }
}
