import 'server-only'

type Bytes = Uint8Array<ArrayBuffer>
type SamplesCache = (id: string, read: () => Promise<Bytes>) => Promise<Bytes>

/** About 200 ECGs: the open cases that several people look at. */
const MAX_BYTES = 16 * 1024 * 1024

const holder = globalThis as typeof globalThis & { yurakSamples?: SamplesCache }

/** Encoded samples that were read lately, least recently used go first. A file never changes; permission is checked before. */
export const cachedSamples: SamplesCache = (id, read) => {
  holder.yurakSamples ??= makeCache()
  return holder.yurakSamples(id, read)
}

function makeCache(): SamplesCache {
  const entries = new Map<string, Bytes>()
  let sizeBytes = 0
  return async (id, read) => {
    const bytes = entries.get(id) ?? (await read())
    if (!entries.delete(id)) sizeBytes += bytes.length
    entries.set(id, bytes)
    for (const [oldest, old] of entries) {
      if (sizeBytes <= MAX_BYTES) break
      entries.delete(oldest)
      sizeBytes -= old.length
    }
    return bytes
  }
}
