import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ByteSource } from '@/ecg/streaming/ecg-stream'

/** The files as sources of bytes while the work lasts. */
export async function withFileSources<T>(
  paths: readonly string[],
  work: (sources: readonly ByteSource[]) => Promise<T>,
): Promise<T> {
  const handles = []
  try {
    for (const path of paths) handles.push({ path, handle: await open(path) })
    const sources = handles.map(async ({ path, handle }): Promise<ByteSource> => {
      const { size } = await handle.stat()
      return {
        name: basename(path),
        sizeBytes: size,
        read: async (offset, lengthBytes) => {
          const { buffer, bytesRead } = await handle.read(new Uint8Array(lengthBytes), 0, lengthBytes, offset)
          return buffer.subarray(0, bytesRead)
        },
      }
    })
    return await work(await Promise.all(sources))
  } finally {
    for (const { handle } of handles) await handle.close()
  }
}
