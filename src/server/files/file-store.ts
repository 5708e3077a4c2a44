import 'server-only'

type Bytes = Uint8Array<ArrayBuffer>

export type StoredContent = {
  readonly sizeBytes: number
  readonly pieces: AsyncIterable<Bytes>
  /** A part of it, for what is too large to be held whole. */
  readonly read: (offset: number, lengthBytes: number) => Promise<Bytes>
}

/** Where file bytes live. The key is the SHA-256 of the content, so equal bytes are kept once. */
export type FileStore = {
  /** Keeps the bytes; doing so again changes nothing. */
  readonly put: (sha256: Bytes, bytes: Uint8Array, now: Date) => Promise<void>
  /** The bytes piece by piece, or null when unknown. A damaged piece throws: wrong bytes are never handed out. */
  readonly open: (sha256: Bytes) => Promise<StoredContent | null>
}

/** The whole content in one array, for the reader; null when unknown. */
export async function readWhole(store: FileStore, sha256: Bytes): Promise<Bytes | null> {
  const found = await store.open(sha256)
  if (!found) return null
  const whole = new Uint8Array(found.sizeBytes)
  let offset = 0
  for await (const piece of found.pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}
