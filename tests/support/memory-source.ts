import type { ByteSource } from '@/ecg/streaming/ecg-stream'

/** A file in memory that notes the length of every piece that was asked of it. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource & { readonly pieces: readonly number[] } {
  const pieces: number[] = []
  return {
    name,
    sizeBytes: bytes.length,
    pieces,
    read: async (offset, lengthBytes) => {
      pieces.push(lengthBytes)
      if (!(offset >= 0 && offset + lengthBytes <= bytes.length)) throw new Error('a read outside the file')
      return bytes.slice(offset, offset + lengthBytes)
    },
  }
}
