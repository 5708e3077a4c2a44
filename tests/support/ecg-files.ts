/** Files that a journey sends. A real recording where the shared ones lie, else a made one; pictures are always made. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import type { Scenario } from '@/ecg/synthetic/scenarios'
import type { ReportedPatient } from '@/ecg/types'
import { writeScp } from '@/ecg/writers/scp'

export type SentFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const ECG_DATA_DIR = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const BINARY = 'application/octet-stream'

/** The SCP file of Clark; both the real and the made one name Clark as the patient. */
export function clarkScp(): SentFile {
  const path = join(ECG_DATA_DIR, 'scp', 'Example_clark_v20.scp')
  const name = 'Example_clark_v20.scp'
  if (existsSync(path)) return { name, mimeType: BINARY, buffer: readFileSync(path) }
  return { ...madeScp('anterior-stemi', { familyName: 'Clark', sex: 'male' }), name }
}

/** A made twelve-lead ECG with the patient whom its device was told. */
export function madeScp(scenario: Scenario, patient: Partial<ReportedPatient> = {}): SentFile {
  const { recording } = makeEcg({ scenario, seed: 7 })
  const nobody = { id: null, familyName: null, givenName: null, sex: null, birthDate: null, ageYears: null }
  const bytes = writeScp({ ...recording, patient: { ...nobody, ...patient } })
  return { name: `${scenario}.scp`, mimeType: BINARY, buffer: Buffer.from(bytes) }
}

/** Bytes that no reader knows. */
export function noEcg(): SentFile {
  return { name: 'letter.dat', mimeType: BINARY, buffer: Buffer.from('No recording, a few words only.\n'.repeat(40)) }
}

/** A photo of ECG paper: red millimetres and a black curve. */
export function paperPhoto(name = 'photo.png'): SentFile {
  const [widthPx, heightPx] = [900, 600]
  const rows = Buffer.alloc(heightPx * (1 + widthPx * 3), 250)
  for (let y = 0; y < heightPx; y += 1) {
    rows[y * (1 + widthPx * 3)] = 0
    for (let x = 0; x < widthPx; x += 1) paint(rows, y * (1 + widthPx * 3) + 1 + x * 3, pixel(x, y))
  }
  return { name, mimeType: 'image/png', buffer: png(widthPx, heightPx, rows) }
}

const PAPER = [253, 243, 240]
const LINE = [236, 170, 165]
const INK = [30, 30, 34]

function pixel(x: number, y: number): readonly number[] {
  if (Math.abs((y % 200) - 120 + curve(x % 150)) < 2) return INK
  return x % 20 === 0 || y % 20 === 0 ? LINE : PAPER
}

/** One beat in 150 px: a low P, a tall R, a round T. */
function curve(x: number): number {
  const bump = (at: number, width: number, height: number) => height * Math.exp(-(((x - at) / width) ** 2))
  return bump(30, 8, 8) + bump(60, 3, 80) - bump(67, 3, 20) + bump(105, 14, 18)
}

function paint(rows: Buffer, at: number, colour: readonly number[]): void {
  rows.set(colour, at)
}

function png(widthPx: number, heightPx: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
