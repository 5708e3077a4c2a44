import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  keyedHash,
  newFileKey,
  openChunk,
  openText,
  sealChunk,
  sealText,
  unwrapKey,
  wrapKey,
} from '@/server/files/sealing'

const hash = () => new Uint8Array(randomBytes(32))
const KEY = newFileKey()
const SHA = hash()
const PLAIN = new Uint8Array(Buffer.from('a piece of an ECG'))

describe('a sealed piece', () => {
  const sealed = sealChunk(KEY, SHA, 3, true, PLAIN)

  it('opens at its own place only', () => {
    expect(openChunk(KEY, SHA, 3, true, sealed)).toEqual(PLAIN)
    expect(() => openChunk(KEY, SHA, 2, true, sealed)).toThrow()
    expect(() => openChunk(KEY, SHA, 3, false, sealed)).toThrow()
    expect(() => openChunk(KEY, hash(), 3, true, sealed)).toThrow()
    expect(() => openChunk(newFileKey(), SHA, 3, true, sealed)).toThrow()
  })

  it('opens unchanged only', () => {
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => openChunk(KEY, SHA, 3, true, changed)).toThrow()
    }
  })
})

describe('a wrapped key', () => {
  const master = new Uint8Array(randomBytes(32))

  it('opens with the master key, for its own file only, and never looks the same', () => {
    const wrapped = wrapKey(master, SHA, KEY)
    expect(unwrapKey(master, SHA, wrapped)).toEqual(KEY)
    expect(() => unwrapKey(master, hash(), wrapped)).toThrow()
    expect(() => unwrapKey(KEY, SHA, wrapped)).toThrow()
    expect(wrapKey(master, SHA, KEY)).not.toEqual(wrapped)
  })
})

describe('a sealed text', () => {
  it('opens with its key and never looks the same', () => {
    const sealed = sealText(KEY, 'Юрак 31503705120012')
    expect(openText(KEY, sealed)).toBe('Юрак 31503705120012')
    expect(sealText(KEY, 'Юрак 31503705120012')).not.toEqual(sealed)
    expect(() => openText(newFileKey(), sealed)).toThrow()
  })

  it('is found again by a hash that needs the key', () => {
    expect(keyedHash(KEY, 'a')).toEqual(keyedHash(KEY, 'a'))
    expect(keyedHash(KEY, 'a')).not.toEqual(keyedHash(KEY, 'b'))
    expect(keyedHash(newFileKey(), 'a')).not.toEqual(keyedHash(KEY, 'a'))
  })
})
