import { EcgFormatError } from '../../errors'

/** Bits of a FLAC stream, the highest of a byte first; a step outside the file is `truncated`. */
export class BitReader {
  #bitOffset: number
  readonly #endBits: number

  constructor(
    readonly formatId: string,
    readonly bytes: Uint8Array,
    offsetBytes: number,
  ) {
    this.#bitOffset = offsetBytes * 8
    this.#endBits = bytes.length * 8
  }

  get offsetBytes(): number {
    return Math.ceil(this.#bitOffset / 8)
  }

  /** Up to 32 bits. */
  unsigned(count: number): number {
    let left = count
    let value = 0
    this.#need(count)
    while (left > 0) {
      const used = this.#bitOffset & 7
      const here = Math.min(8 - used, left)
      const bits = (this.#byte() >> (8 - used - here)) & ((1 << here) - 1)
      value = ((value << here) | bits) >>> 0
      this.#bitOffset += here
      left -= here
    }
    return value
  }

  signed(count: number): number {
    if (count === 0) return 0
    const shift = 32 - count
    return (this.unsigned(count) << shift) >> shift
  }

  /** The number of zeros before the next one. */
  unary(): number {
    let zeros = 0
    for (;;) {
      this.#need(1)
      const used = this.#bitOffset & 7
      const rest = (this.#byte() << used) & 0xff
      if (rest !== 0) {
        const here = Math.clz32(rest) - 24
        this.#bitOffset += here + 1
        return zeros + here
      }
      zeros += 8 - used
      this.#bitOffset += 8 - used
    }
  }

  toWholeByte(): void {
    this.#bitOffset = this.offsetBytes * 8
  }

  #byte(): number {
    return this.bytes[this.#bitOffset >>> 3] ?? 0
  }

  #need(bits: number): void {
    if (this.#bitOffset + bits > this.#endBits) {
      throw new EcgFormatError(
        this.formatId,
        'truncated',
        'a signal file ends before its contents do',
        this.offsetBytes,
      )
    }
  }
}
