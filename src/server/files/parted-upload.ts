import 'server-only'
import { createHash } from 'node:crypto'
import { BeginUploadInput } from '@/cases/api/inputs'
import type { UploadView } from '@/cases/api/long-views'
import { MAX_FILE_BYTES, MAX_LONG_FILE_BYTES, PART_BYTES } from '@/ecg/long/long-limits'
import { isReadInPieces, SNIFFED_BYTES } from '@/ecg/streaming/open-ecg-stream'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { PartedUpload } from '../db/generated/client'
import { AppError } from '../errors'
import { CHUNK_BYTES, chunkCount, masterKey, postgresStore } from './postgres-store'
import { plainName } from './read-upload'
import { newFileKey, openChunk, sealChunk, unwrapKey, wrapKey } from './sealing'
import { type ReadFile, readKept, readLongKept } from './upload-file'

const CHUNKS_A_PART = PART_BYTES / CHUNK_BYTES
/** More than a person sends at one time: what is left half-way is kept for a day. */
const MOST_AT_ONCE = 8

/** Announces a large file. Who began to send it before goes on where the line was cut. */
export async function beginUpload(ctx: Context, rawInput: unknown): Promise<UploadView> {
  requirePermission(ctx, 'file.upload')
  const input = BeginUploadInput.parse(rawInput)
  const { facilityId, userId } = ctx.actor
  if (facilityId === null) throw new AppError('forbidden', 'Only a facility can send files.')
  if (input.sizeBytes > MAX_LONG_FILE_BYTES)
    throw new AppError('too_large', 'The file is larger than 200 MiB. Send the recording in several shorter files.')
  const sha256 = new Uint8Array(Buffer.from(input.sha256, 'hex'))
  return inTransaction(ctx, async (tx) => {
    const known = await tx.partedUpload.findFirst({ where: { uploadedById: userId, sha256, facilityId } })
    if (known && known.sizeBytes !== input.sizeBytes)
      throw new AppError('conflict', 'A file of this checksum and another size is on its way already.')
    if (!known && (await tx.partedUpload.count({ where: { uploadedById: userId } })) >= MOST_AT_ONCE)
      throw new AppError('rate_limited', 'Too many files are on their way. Finish one of them first.')
    // Two pages of one person may announce the same file at one moment.
    await tx.partedUpload.createMany({
      data: {
        ...{ facilityId, uploadedById: userId, sha256, name: plainName(input.name), sizeBytes: input.sizeBytes },
        ...{ wrappedKey: wrapKey(masterKey(), sha256, newFileKey()), startedAt: ctx.now(), partAt: ctx.now() },
      },
      skipDuplicates: true,
    })
    const upload = await tx.partedUpload.findFirst({ where: { uploadedById: userId, sha256, facilityId } })
    if (!upload) throw noUpload()
    const detail = { sizeBytes: input.sizeBytes, isResumed: known !== null }
    await recordAudit(tx, ctx, { action: 'upload.begin', entityType: 'upload', entityId: upload.id, detail })
    return uploadView(tx, upload)
  })
}

/** Keeps one part; parts come in any order, and one that is there already changes nothing. */
export async function putPart(
  ctx: Context,
  uploadId: string,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<UploadView> {
  requirePermission(ctx, 'file.upload')
  const upload = await ownUpload(ctx, uploadId)
  const expected = Math.min(PART_BYTES, upload.sizeBytes - index * PART_BYTES)
  if (expected <= 0 || bytes.length !== expected)
    throw new AppError('invalid_input', 'The part does not have the size that the file leaves for it.', [
      { path: 'index', code: 'part_size' },
    ])
  if (index === 0 && upload.sizeBytes > MAX_FILE_BYTES && !isReadInPieces(bytes.subarray(0, SNIFFED_BYTES)))
    throw notLong()
  const fileKey = unwrapKey(masterKey(), upload.sha256, upload.wrappedKey)
  const lastChunk = chunkCount(upload.sizeBytes) - 1
  const chunks = Array.from({ length: chunkCount(bytes.length) }, (_, place) => {
    const at = index * CHUNKS_A_PART + place
    const plain = bytes.subarray(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES)
    return { uploadId, index: at, sealed: sealChunk(fileKey, upload.sha256, at, at === lastChunk, plain) }
  })
  return inTransaction(ctx, async (tx) => {
    // Whoever ends the upload meanwhile waits for this part, or this part finds nothing to belong to.
    const { count: isThere } = await tx.partedUpload.updateMany({
      where: mine(ctx, uploadId),
      data: { partAt: ctx.now() },
    })
    if (isThere === 0) throw noUpload()
    const { count } = await tx.uploadChunk.createMany({ data: chunks, skipDuplicates: true })
    if (count > 0)
      await recordAudit(tx, ctx, {
        action: 'upload.part',
        entityType: 'upload',
        entityId: uploadId,
        detail: { index },
      })
    return uploadView(tx, upload)
  })
}

/** Which parts have not come yet. */
export async function getUpload(ctx: Context, uploadId: string): Promise<UploadView> {
  requirePermission(ctx, 'file.upload')
  return uploadView(ctx.db, await ownUpload(ctx, uploadId))
}

/**
 * Compares the checksum of all parts, keeps them as a file and reads its header; a file that could have been sent at
 * once is read as one that was. What is refused here is forgotten. The caller saves the answer with `endUpload`.
 */
export async function readUploaded(ctx: Context, uploadId: string): Promise<ReadFile> {
  requirePermission(ctx, 'file.upload')
  const upload = await ownUpload(ctx, uploadId)
  const { missing } = await uploadView(ctx.db, upload)
  if (missing.length > 0)
    throw new AppError('conflict', `${missing.length} parts have not come yet.`, [{ path: 'parts', code: 'missing' }])
  const { name, sha256, sizeBytes } = upload
  if (!(await hasItsChecksum(ctx, upload))) {
    await endUpload(ctx, uploadId, 'upload.refuse')
    throw new AppError('invalid_input', 'The file did not arrive as it was sent. Send it again.', [
      { path: 'sha256', code: 'wrong_checksum' },
    ])
  }
  await keepAsFile(ctx, upload)
  if (sizeBytes <= MAX_FILE_BYTES) {
    const content = await postgresStore(ctx.db).open(sha256)
    if (content) return readKept(ctx, { name, sha256 }, await content.read(0, sizeBytes))
  }
  return readLongKept(ctx, { name, sha256, sizeBytes })
}

/** The parts have become a file, or never will. */
export async function endUpload(
  ctx: Context,
  uploadId: string,
  action: 'upload.complete' | 'upload.refuse' = 'upload.complete',
): Promise<void> {
  requirePermission(ctx, 'file.upload')
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.partedUpload.deleteMany({ where: mine(ctx, uploadId) })
    if (count === 0) throw noUpload()
    await recordAudit(tx, ctx, { action, entityType: 'upload', entityId: uploadId })
  })
}

async function ownUpload(ctx: Context, uploadId: string): Promise<PartedUpload> {
  const upload = await ctx.db.partedUpload.findFirst({ where: mine(ctx, uploadId) })
  if (!upload) throw noUpload()
  return upload
}

function mine({ actor }: Context, id: string) {
  return { id, uploadedById: actor.userId, facilityId: actor.facilityId ?? '' }
}

async function uploadView(db: Tx, { id, sizeBytes }: Pick<PartedUpload, 'id' | 'sizeBytes'>): Promise<UploadView> {
  const rows = await db.$queryRaw<{ part: number }[]>`
    SELECT DISTINCT index / ${CHUNKS_A_PART}::int AS part FROM upload_chunk WHERE upload_id = ${id}::uuid`
  const received = new Set(rows.map(({ part }) => part))
  const partCount = Math.ceil(sizeBytes / PART_BYTES)
  const missing = Array.from({ length: partCount }, (_, part) => part).filter((part) => !received.has(part))
  return { uploadId: id, partBytes: PART_BYTES, partCount, missing }
}

async function hasItsChecksum({ db }: Context, { id, sha256, sizeBytes, wrappedKey }: PartedUpload): Promise<boolean> {
  const fileKey = unwrapKey(masterKey(), sha256, wrappedKey)
  const hash = createHash('sha256')
  const count = chunkCount(sizeBytes)
  for (let index = 0; index < count; index++) {
    const row = await db.uploadChunk.findUniqueOrThrow({ where: { uploadId_index: { uploadId: id, index } } })
    hash.update(openChunk(fileKey, sha256, index, index === count - 1, row.sealed))
  }
  return hash.digest().equals(sha256)
}

/** As they were sealed: the database copies them without us. Bytes that are kept already stay as they are. */
async function keepAsFile(ctx: Context, { id, sha256, sizeBytes, wrappedKey }: PartedUpload): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const kept = await tx.$executeRaw`
      INSERT INTO blob (sha256, size_bytes, wrapped_key, created_at)
      VALUES (${sha256}, ${sizeBytes}, ${wrappedKey}, ${ctx.now()}) ON CONFLICT DO NOTHING`
    if (kept === 0) return
    await tx.$executeRaw`
      INSERT INTO blob_chunk (sha256, index, sealed)
      SELECT ${sha256}, index, sealed FROM upload_chunk WHERE upload_id = ${id}::uuid`
  })
}

function notLong(): AppError {
  return new AppError(
    'too_large',
    'Only EDF, ISHNE, WFDB and DICOM recordings may be larger than 20 MiB. Send a smaller export or a photo.',
  )
}

function noUpload(): AppError {
  return new AppError('not_found', 'There is no such upload, or it is not yours. Begin it again.')
}
