import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FileView } from '@/cases/api/views'
import { MAX_FILE_BYTES, MAX_LONG_FILE_BYTES, PART_BYTES } from '@/ecg/long/long-limits'
import type { Context } from '@/server/context'
import { completeUpload } from '@/server/files/complete-upload'
import { beginUpload, getUpload, putPart, readUploaded } from '@/server/files/parted-upload'
import { sha256Of } from '@/server/files/upload-file'
import { forgetOldRows } from '@/server/health/housekeeping'
import { auditOf, refusal } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { contentOf, PNG_FILE, scpFile } from '../../support/files'
import { longEdf } from '../../support/make-hours'
import { makeCast } from '../../support/people'

/** Three parts of noise; no reader knows it. */
const NOISE = Uint8Array.from({ length: 2 * PART_BYTES + 1000 }, (_, index) => (index * 31 + (index >> 8)) & 255)

const announced = (bytes: Uint8Array, name = 'night.edf') => ({
  name,
  sizeBytes: bytes.length,
  sha256: Buffer.from(sha256Of(bytes)).toString('hex'),
})
const partOf = (bytes: Uint8Array<ArrayBuffer>, index: number) =>
  bytes.slice(index * PART_BYTES, (index + 1) * PART_BYTES)

async function sendParts(ctx: Context, uploadId: string, bytes: Uint8Array<ArrayBuffer>, order: readonly number[]) {
  for (const index of order) await putPart(ctx, uploadId, index, partOf(bytes, index))
}

/** As the route is asked. */
async function complete(ctx: Context, uploadId: string, key = randomUUID()): Promise<FileView> {
  const url = `http://localhost/api/v1/uploads/${uploadId}/complete`
  const request = new Request(url, { method: 'POST', headers: { 'idempotency-key': key } })
  const answer = await completeUpload(ctx, request, uploadId)
  expect(answer.status).toBe(201)
  return answer.json()
}

describe('a file sent in parts', () => {
  it('in any order, one of them twice, is kept bit for bit, and its parts are gone', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { uploadId, partCount } = await beginUpload(nurse, announced(NOISE))
      expect(partCount).toBe(3)
      await sendParts(nurse, uploadId, NOISE, [2, 0, 0])
      expect((await getUpload(nurse, uploadId)).missing).toEqual([1])
      expect((await putPart(nurse, uploadId, 1, partOf(NOISE, 1))).missing).toEqual([])
      const file = await complete(nurse, uploadId)
      expect(file).toMatchObject({ name: 'night.edf', sizeBytes: NOISE.length, problem: { code: 'unrecognised' } })
      expect(Buffer.compare(await contentOf(nurse, file.fileId), NOISE)).toBe(0)
      expect(await tx.uploadChunk.count({ where: { uploadId } })).toBe(0)
      expect(await auditOf(tx, uploadId)).toEqual([
        'upload.begin',
        'upload.part',
        'upload.part',
        'upload.part',
        'upload.complete',
      ])
      expect(await auditOf(tx, file.fileId)).toContain('file.upload')
    }))

  it('goes on with the parts that have not come when it is announced again', () =>
    rolledBack(async (tx) => {
      const { nurse, nurse2 } = await makeCast(tx)
      const first = await beginUpload(nurse, announced(NOISE))
      await sendParts(nurse, first.uploadId, NOISE, [0])
      expect(await beginUpload(nurse, announced(NOISE))).toEqual({ ...first, missing: [1, 2] })
      expect((await beginUpload(nurse2, announced(NOISE))).missing).toEqual([0, 1, 2])
    }))

  it('is one file when the end is sent twice under its key', () =>
    ownDatabase(async (db) => {
      const { nurse } = await makeCast(db)
      const bytes = scpFile()
      const { uploadId } = await beginUpload(nurse, announced(bytes, 'short.scp'))
      await sendParts(nurse, uploadId, bytes, [0])
      const key = randomUUID()
      const first = await complete(nurse, uploadId, key)
      expect(await complete(nurse, uploadId, key)).toEqual(first)
      expect(first.recording).toMatchObject({ kind: 'waveform', format: 'scp-ecg' })
      expect(await db.storedFile.count()).toBe(1)
    }))

  it('that is not whole is not ended', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { uploadId } = await beginUpload(nurse, announced(NOISE))
      await sendParts(nurse, uploadId, NOISE, [0, 2])
      expect(await refusal(readUploaded(nurse, uploadId))).toBe('conflict')
      expect((await getUpload(nurse, uploadId)).missing).toEqual([1])
    }))

  it('whose checksum is another one is refused and forgotten', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { uploadId } = await beginUpload(nurse, announced(NOISE))
      await sendParts(nurse, uploadId, NOISE, [0, 1])
      await putPart(nurse, uploadId, 2, partOf(NOISE, 2).fill(0))
      const before = await tx.blob.count()
      expect(await refusal(readUploaded(nurse, uploadId))).toBe('invalid_input')
      expect(await refusal(getUpload(nurse, uploadId))).toBe('not_found')
      expect(await tx.blob.count()).toBe(before)
      expect(await auditOf(tx, uploadId)).toContain('upload.refuse')
    }))

  it('does not lie in the database as it is', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const bytes = scpFile({ familyName: 'Maxfiylik' })
      const { uploadId } = await beginUpload(nurse, announced(bytes))
      await sendParts(nurse, uploadId, bytes, [0])
      const chunks = await tx.uploadChunk.findMany({ where: { uploadId } })
      expect(chunks.some(({ sealed }) => Buffer.from(sealed).includes('Maxfiylik'))).toBe(false)
    }))
})

describe('a part', () => {
  it.each([
    ['behind the last one', 3, 10],
    ['shorter than its place', 1, 10],
    ['longer than the last one may be', 2, 1001],
  ])('%s is refused', (_, index, length) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { uploadId } = await beginUpload(nurse, announced(NOISE))
      expect(await refusal(putPart(nurse, uploadId, index, new Uint8Array(length)))).toBe('invalid_input')
      expect((await getUpload(nurse, uploadId)).missing).toEqual([0, 1, 2])
    }),
  )

  it('of a picture larger than 20 MiB is refused at once', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const picture = new Uint8Array(PART_BYTES)
      picture.set(PNG_FILE)
      const large = { ...announced(picture, 'photo.png'), sizeBytes: MAX_FILE_BYTES + 1 }
      const { uploadId } = await beginUpload(nurse, large)
      expect(await refusal(putPart(nurse, uploadId, 0, picture))).toBe('too_large')
    }))

  it('is taken from who began alone', () =>
    rolledBack(async (tx) => {
      const { nurse, nurse2, otherNurse } = await makeCast(tx)
      const { uploadId } = await beginUpload(nurse, announced(NOISE))
      for (const other of [nurse2, otherNurse]) {
        expect(await refusal(putPart(other, uploadId, 0, partOf(NOISE, 0)))).toBe('not_found')
        expect(await refusal(getUpload(other, uploadId))).toBe('not_found')
        expect(await refusal(readUploaded(other, uploadId))).toBe('not_found')
      }
    }))
})

describe('announcing a file', () => {
  it.each(['cardiologist', 'coordinator', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(beginUpload(cast[role], announced(NOISE)))).toBe('forbidden')
      expect(await refusal(putPart(cast[role], randomUUID(), 0, PNG_FILE))).toBe('forbidden')
    }),
  )

  it('of more than 200 MiB is refused', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const input = { ...announced(NOISE), sizeBytes: MAX_LONG_FILE_BYTES + 1 }
      expect(await refusal(beginUpload(nurse, input))).toBe('too_large')
      expect(await refusal(beginUpload(nurse, { ...input, sizeBytes: 0 }))).toBe('invalid_input')
      expect(await refusal(beginUpload(nurse, { ...announced(NOISE), sha256: 'x' }))).toBe('invalid_input')
    }))

  it('is forgotten a day after its last part', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { uploadId } = await beginUpload(nurse, announced(NOISE))
      await sendParts(nurse, uploadId, NOISE, [0])
      const inHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000)
      await forgetOldRows(tx, inHours(23.9))
      expect((await getUpload(nurse, uploadId)).missing).toEqual([1, 2])
      await forgetOldRows(tx, inHours(24.1))
      expect(await refusal(getUpload(nurse, uploadId))).toBe('not_found')
      expect(await tx.uploadChunk.count({ where: { uploadId } })).toBe(0)
    }))
})

describe('a recording of four hours', () => {
  it(
    'is known by its header at once, and waits for its overview',
    () =>
      ownDatabase(async (db) => {
        const { nurse } = await makeCast(db)
        const bytes = longEdf({ minutes: 240, sampleRateHz: 250, leads: ['I', 'II', 'V1'] })
        expect(bytes.length).toBeGreaterThan(MAX_FILE_BYTES)
        const { uploadId, missing } = await beginUpload(nurse, announced(bytes))
        await sendParts(nurse, uploadId, bytes, missing)
        const { recording, problem } = await complete(nurse, uploadId)
        expect(problem).toBeNull()
        expect(recording).toMatchObject({
          format: 'edf',
          sampleRateHz: 250,
          durationMs: 240 * 60_000,
          isSynthetic: true,
          assessment: null,
        })
        const row = await db.recordingOverview.findUnique({ where: { recordingId: recording?.recordingId ?? '' } })
        expect(row?.state).toBe('preparing')
      }),
    60_000,
  )
})
