import { EcgFormatError } from './errors'

/**
 * A cursor over bytes that never reads outside them: every step that would is an
 * `EcgFormatError` with code `truncated` and the place. Sizes that a file declares
 * are compared with what is there before anything is allocated.
 */
export class ByteReader {
  readonly #view: DataView

  constructor(
    readonly formatId: string,
    readonly bytes: Uint8Array,
    public offset = 0,
    readonly end = bytes.length,
    public isLittleEndian = true,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (offset < 0 || end > bytes.length || offset > end) throw this.#cutShort(offset)
  }

  get remainingBytes(): number {
    return this.end - this.offset
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1))
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2), this.isLittleEndian)
  }

  i16(): number {
    return this.#view.getInt16(this.#advance(2), this.isLittleEndian)
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4), this.isLittleEndian)
  }

  /** The next bytes as a view on the file, not a copy. */
  take(lengthBytes: number): Uint8Array {
    const start = this.#advance(lengthBytes)
    return this.bytes.subarray(start, start + lengthBytes)
  }

  skip(lengthBytes: number): void {
    this.#advance(lengthBytes)
  }

  #advance(lengthBytes: number): number {
    const start = this.offset
    if (lengthBytes < 0 || start + lengthBytes > this.end) throw this.#cutShort(start)
    this.offset = start + lengthBytes
    return start
  }

  #cutShort(offset: number): EcgFormatError {
    return new EcgFormatError(this.formatId, 'truncated', 'the file ends before its contents do', offset)
  }
}

/** Bytes as text, one character a byte; for signatures and keywords, not for names. */
export function asciiAt(bytes: Uint8Array, offset: number, lengthBytes: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + lengthBytes))
}
