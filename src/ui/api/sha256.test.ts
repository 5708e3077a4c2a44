import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Sha256, sha256OfFile } from './sha256'

const LENGTHS = [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000, 100_001]

describe('the checksum of a file', () => {
  it.each(LENGTHS)('is that of the standard for %i bytes, in whatever pieces they come', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255)
    const hash = new Sha256()
    for (let offset = 0; offset < length; offset += 37) hash.add(bytes.subarray(offset, offset + 37))
    expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('is given up when nobody waits for it any more', async () => {
    expect(await sha256OfFile(new Blob(['x']), () => true)).toBeNull()
    expect(await sha256OfFile(new Blob(['abc']), () => false)).toMatch(/^ba7816bf/)
  })
})
