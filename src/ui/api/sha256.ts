/**
 * SHA-256 (FIPS 180-4) of a file that is read piece by piece: the browser's own digest wants all of it in memory.
 */
const BLOCK_BYTES = 64
const ROUND = Int32Array.from(fractions(64, 3), (word) => word | 0)
const PIECE_BYTES = 4 * 1024 * 1024

/** In hexadecimal digits; null when it was given up. */
export async function sha256OfFile(file: Blob, isStopped: () => boolean): Promise<string | null> {
  const hash = new Sha256()
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    if (isStopped()) return null
    hash.add(new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer()))
  }
  return hash.digest()
}

export class Sha256 {
  private readonly state = Int32Array.from(fractions(8, 2), (word) => word | 0)
  private readonly words = new Int32Array(64)
  private readonly rest = new Uint8Array(BLOCK_BYTES)
  private restBytes = 0
  private totalBytes = 0

  add(bytes: Uint8Array): void {
    this.totalBytes += bytes.length
    let offset = 0
    if (this.restBytes > 0) {
      offset = Math.min(BLOCK_BYTES - this.restBytes, bytes.length)
      this.rest.set(bytes.subarray(0, offset), this.restBytes)
      this.restBytes += offset
      if (this.restBytes < BLOCK_BYTES) return
      this.mix(this.rest, 0)
      this.restBytes = 0
    }
    for (; offset + BLOCK_BYTES <= bytes.length; offset += BLOCK_BYTES) this.mix(bytes, offset)
    this.rest.set(bytes.subarray(offset))
    this.restBytes = bytes.length - offset
  }

  digest(): string {
    const bits = this.totalBytes * 8
    const padded = new Uint8Array(this.restBytes < 56 ? BLOCK_BYTES : 2 * BLOCK_BYTES)
    padded.set(this.rest.subarray(0, this.restBytes))
    padded[this.restBytes] = 0x80
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(bits / 2 ** 32))
    view.setUint32(padded.length - 4, bits >>> 0)
    for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) this.mix(padded, offset)
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  // Every index lies inside its array: the casts keep the check of that out of the innermost loop.
  private mix(bytes: Uint8Array, offset: number): void {
    const { words, state } = this
    for (let index = 0; index < 16; index++) {
      const at = offset + 4 * index
      const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16)
      words[index] = high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
    }
    for (let index = 16; index < 64; index++) {
      const early = words[index - 15] as number
      const late = words[index - 2] as number
      const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
      const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
      words[index] = ((words[index - 16] as number) + small0 + (words[index - 7] as number) + small1) | 0
    }
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    let e = state[4] as number
    let f = state[5] as number
    let g = state[6] as number
    let h = state[7] as number
    for (let index = 0; index < 64; index++) {
      const large1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const first = (h + large1 + ((e & f) ^ (~e & g)) + (ROUND[index] as number) + (words[index] as number)) | 0
      const large0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const second = (large0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
    state[4] = (state[4] as number) + e
    state[5] = (state[5] as number) + f
    state[6] = (state[6] as number) + g
    state[7] = (state[7] as number) + h
  }
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits of the fractional parts of the roots of the first primes: the constants of the standard. */
function fractions(count: number, root: 2 | 3): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++) {
    if (isPrime(number)) found.push(Math.floor((number ** (1 / root) % 1) * 2 ** 32))
  }
  return found
}

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor++) if (number % factor === 0) return false
  return true
}
