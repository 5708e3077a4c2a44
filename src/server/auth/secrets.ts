import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** Personal tokens begin with it, so that a leaked one is recognised. */
export const TOKEN_PREFIX = 'yrk_'

/** 256 random bits for cookies, personal tokens and one-time links; the database keeps only `secretHash`. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

export function secretHash(secret: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(secret).digest()
}
