import 'server-only'
import type { Db } from '../db/client'
import { env } from '../env'
import type { FileStore } from './file-store'
import { newFileKey, openChunk, sealChunk, unwrapKey, wrapKey } from './sealing'

type Bytes = Uint8Array<ArrayBuffer>

/** Small enough to stream, large enough that an ECG is one or two rows. */
export const CHUNK_BYTES = 512 * 1024

/** Files in PostgreSQL: one row of `blob`, its encrypted content in `blob_chunk`. */
export function postgresStore(db: Db): FileStore {
  return {
    put: (sha256, bytes, now) => put(db, sha256, bytes, now),
    open: async (sha256) => {
      const blob = await db.blob.findUnique({ where: { sha256 } })
      if (!blob) return null
      const fileKey = unwrapKey(masterKey(), sha256, blob.wrappedKey)
      const content = { sha256, fileKey, sizeBytes: blob.sizeBytes }
      return {
        sizeBytes: blob.sizeBytes,
        pieces: pieces(db, sha256, fileKey, chunkCount(blob.sizeBytes)),
        read: (offset, lengthBytes) => readPart(db, content, offset, lengthBytes),
      }
    },
  }
}

async function put(db: Db, sha256: Bytes, bytes: Uint8Array, now: Date): Promise<void> {
  const fileKey = newFileKey()
  const count = chunkCount(bytes.length)
  const sealed = (index: number) =>
    sealChunk(
      fileKey,
      sha256,
      index,
      index === count - 1,
      bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    )
  // Two uploads of the same bytes may race: the second one finds the row and leaves it. One statement: most ECGs are one chunk.
  const begin = (tx: Db) => tx.$executeRaw`
    WITH kept AS (
      INSERT INTO blob (sha256, size_bytes, wrapped_key, created_at)
      VALUES (${sha256}, ${bytes.length}, ${wrapKey(masterKey(), sha256, fileKey)}, ${now})
      ON CONFLICT DO NOTHING RETURNING sha256)
    INSERT INTO blob_chunk (sha256, index, sealed) SELECT sha256, 0, ${sealed(0)} FROM kept`
  if (count === 1) {
    await begin(db)
    return
  }
  await db.$transaction(async (tx) => {
    if ((await begin(tx)) === 0) return
    for (let index = 1; index < count; index++) {
      await tx.$executeRaw`INSERT INTO blob_chunk (sha256, index, sealed) VALUES (${sha256}, ${index}, ${sealed(index)})`
    }
  })
}

type Content = { readonly sha256: Bytes; readonly fileKey: Bytes; readonly sizeBytes: number }

async function readPart(db: Db, { sha256, fileKey, sizeBytes }: Content, offset: number, lengthBytes: number) {
  if (offset < 0 || lengthBytes < 0 || offset + lengthBytes > sizeBytes) throw new RangeError('a read outside the file')
  const part = new Uint8Array(lengthBytes)
  const count = chunkCount(sizeBytes)
  const last = Math.floor(Math.max(offset, offset + lengthBytes - 1) / CHUNK_BYTES)
  for (let index = Math.floor(offset / CHUNK_BYTES); index <= last; index++) {
    const row = await db.blobChunk.findUniqueOrThrow({ where: { sha256_index: { sha256, index } } })
    const plain = openChunk(fileKey, sha256, index, index === count - 1, row.sealed)
    const from = Math.max(0, offset - index * CHUNK_BYTES)
    const to = Math.min(plain.length, offset + lengthBytes - index * CHUNK_BYTES)
    part.set(plain.subarray(from, to), index * CHUNK_BYTES + from - offset)
  }
  return part
}

async function* pieces(db: Db, sha256: Bytes, fileKey: Bytes, count: number): AsyncGenerator<Bytes> {
  for (let index = 0; index < count; index++) {
    const row = await db.blobChunk.findUniqueOrThrow({ where: { sha256_index: { sha256, index } } })
    yield openChunk(fileKey, sha256, index, index === count - 1, row.sealed)
  }
}

export function chunkCount(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / CHUNK_BYTES))
}

export function masterKey(): Uint8Array {
  return Buffer.from(env().YURAK_FILE_KEY, 'base64')
}
