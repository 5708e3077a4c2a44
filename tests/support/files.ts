/** Uploads of made-up ECGs, read in this thread: what the reader threads answer is tested where they are. */

import { assess } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { type ReadingSummary, summariseReading } from '@/ecg/reading-summary'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import type { Scenario } from '@/ecg/synthetic/scenarios'
import type { ReportedPatient } from '@/ecg/types'
import { writeScp } from '@/ecg/writers/scp'
import type { Context } from '@/server/context'
import { openFile } from '@/server/files/file-queries'
import { postgresStore } from '@/server/files/postgres-store'
import { type ReadFile, saveFile, sha256Of } from '@/server/files/upload-file'

export const NOBODY: ReportedPatient = {
  id: null,
  familyName: null,
  givenName: null,
  sex: null,
  birthDate: null,
  ageYears: null,
}

const { recording } = makeEcg({ scenario: 'normal', seed: 11, durationMs: 2000 })

/** An SCP-ECG file of nobody, recorded in Tashkent's time at eleven o'clock UTC unless told otherwise. */
export function scpFile(
  patient: Partial<ReportedPatient> = {},
  local = '2026-01-15T16:00:00',
): Uint8Array<ArrayBuffer> {
  const recordedAt = { local, utcOffsetMinutes: null }
  return Uint8Array.from(writeScp({ ...recording, patient: { ...NOBODY, ...patient }, recordedAt }))
}

export const PNG_FILE = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** Keeps the bytes as an upload of the person, read but not analysed, and answers its id. */
export async function upload(
  ctx: Context,
  bytes: Uint8Array<ArrayBuffer> = scpFile(),
  name = 'ecg.scp',
): Promise<string> {
  const sha256 = sha256Of(bytes)
  await postgresStore(ctx.db).put(sha256, bytes, ctx.now())
  const saved = await saveFile(ctx, { name, sha256, sizeBytes: bytes.length, assessed: null, ...read(bytes) })
  return saved.fileId
}

/** An ECG of this scenario, read and analysed as an upload is. */
export async function uploadAnalysed(ctx: Context, scenario: Scenario): Promise<string> {
  const drawn = makeEcg({ scenario, seed: 11, variation: 'none', sex: 'male', ageYears: 55 })
  const bytes = Uint8Array.from(writeScp(drawn.recording))
  const reading = readEcgFile(bytes)
  if (reading.kind !== 'waveform') throw new Error('a made ECG is a waveform')
  const sha256 = sha256Of(bytes)
  await postgresStore(ctx.db).put(sha256, bytes, ctx.now())
  const assessed = assess(reading.recording)
  const facts = { name: `${scenario}.scp`, sha256, sizeBytes: bytes.length }
  return (await saveFile(ctx, { ...facts, reading: summariseReading(reading), assessed, problem: null })).fileId
}

/** A file that no reader understands. */
export function uploadUnreadable(ctx: Context): Promise<string> {
  return upload(ctx, Uint8Array.from(Buffer.from('not an ECG at all')), 'notes.txt')
}

type Read = {
  readonly reading: ReadingSummary | null
  readonly problem: ReadFile['problem']
}

function read(bytes: Uint8Array): Read {
  try {
    return { reading: summariseReading(readEcgFile(bytes)), problem: null }
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    return { reading: null, problem: { code: error.code, message: error.reason, needs: error.needs ?? null } }
  }
}

/** The whole content of a file as the person gets it. */
export async function contentOf(ctx: Context, fileId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { pieces } = await openFile(ctx, fileId)
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Uint8Array.from(Buffer.concat(parts))
}
