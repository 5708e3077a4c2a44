/**
 * Encryption at rest, AES-256-GCM (NIST SP 800-38D).
 *   file    every blob has its own random key; chunk i is sealed with nonce = i (the key is used for one blob
 *           only, so no nonce repeats) and AAD = SHA-256 of the content, i, and whether it is the last chunk:
 *           chunks cannot be swapped, cut off or moved to another blob
 *   key     wrapped by YURAK_FILE_KEY with a random nonce and AAD = the same SHA-256
 *   values  short texts (PINFL) sealed by YURAK_PINFL_KEY with a random nonce
 * Layout of a sealed value: nonce (12, absent for chunks) · ciphertext · tag (16).
 */
import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

type Bytes = Uint8Array<ArrayBuffer>
const TAG_BYTES = 16
const NONCE_BYTES = 12

export function newFileKey(): Bytes {
  return new Uint8Array(randomBytes(32))
}

export function sealChunk(
  fileKey: Bytes,
  sha256: Uint8Array,
  index: number,
  isLast: boolean,
  plain: Uint8Array,
): Bytes {
  return seal(fileKey, chunkNonce(index), chunkAad(sha256, index, isLast), plain)
}

export function openChunk(
  fileKey: Bytes,
  sha256: Uint8Array,
  index: number,
  isLast: boolean,
  sealed: Uint8Array,
): Bytes {
  return open(fileKey, chunkNonce(index), chunkAad(sha256, index, isLast), sealed)
}

export function wrapKey(masterKey: Uint8Array, sha256: Uint8Array, fileKey: Bytes): Bytes {
  const nonce = randomBytes(NONCE_BYTES)
  return new Uint8Array(Buffer.concat([nonce, seal(masterKey, nonce, sha256, fileKey)]))
}

export function unwrapKey(masterKey: Uint8Array, sha256: Uint8Array, wrapped: Uint8Array): Bytes {
  return open(masterKey, wrapped.subarray(0, NONCE_BYTES), sha256, wrapped.subarray(NONCE_BYTES))
}

export function sealText(key: Uint8Array, text: string): Bytes {
  const nonce = randomBytes(NONCE_BYTES)
  return new Uint8Array(Buffer.concat([nonce, seal(key, nonce, new Uint8Array(), Buffer.from(text))]))
}

export function openText(key: Uint8Array, sealed: Uint8Array): string {
  return Buffer.from(
    open(key, sealed.subarray(0, NONCE_BYTES), new Uint8Array(), sealed.subarray(NONCE_BYTES)),
  ).toString()
}

/** Finds a sealed text again without opening every row. */
export function keyedHash(key: Uint8Array, text: string): Bytes {
  return new Uint8Array(createHmac('sha256', key).update(text).digest())
}

/** A key for one purpose from a master key in base64 (HKDF, RFC 5869). */
export function derivedKey(masterKey: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(masterKey, 'base64'), new Uint8Array(), purpose, 32))
}

function seal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Bytes {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

function open(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Bytes {
  const body = sealed.subarray(0, sealed.length - TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(aad).setAuthTag(sealed.subarray(body.length))
  return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
}

function chunkNonce(index: number): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUInt32BE(index, NONCE_BYTES - 4)
  return nonce
}

function chunkAad(sha256: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const tail = Buffer.alloc(5)
  tail.writeUInt32BE(index)
  tail.writeUInt8(isLast ? 1 : 0, 4)
  return Buffer.concat([sha256, tail])
}
