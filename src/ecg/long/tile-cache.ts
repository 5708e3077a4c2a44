/**
 * Tiles by name, the least recently used go first, so that a page that wanders through a day holds little of it. A tile
 * on its way is asked for once; one that could not be had is asked for again.
 */
import type { Samples } from '../samples-codec'

type Entry = { readonly loading: Promise<Samples>; bytes: number }

export class TileCache {
  private readonly entries = new Map<string, Entry>()
  private heldBytes = 0

  constructor(private readonly mostBytes: number) {}

  get sizeBytes(): number {
    return this.heldBytes
  }

  get(name: string, load: () => Promise<Samples>): Promise<Samples> {
    const known = this.entries.get(name)
    if (known) {
      this.entries.delete(name)
      this.entries.set(name, known)
      return known.loading
    }
    const entry: Entry = { loading: load(), bytes: 0 }
    this.entries.set(name, entry)
    entry.loading.then(
      (samples) => this.weigh(name, entry, samples),
      () => this.drop(name, entry),
    )
    return entry.loading
  }

  private weigh(name: string, entry: Entry, { leads }: Samples): void {
    if (this.entries.get(name) !== entry) return
    entry.bytes = leads.reduce((sum, { samplesUv }) => sum + samplesUv.byteLength, 0)
    this.heldBytes += entry.bytes
    for (const [oldest, old] of this.entries) {
      if (this.heldBytes <= this.mostBytes) return
      // What was asked for last stays, however large it is.
      if (old.bytes > 0 && old !== entry) this.drop(oldest, old)
    }
  }

  private drop(name: string, entry: Entry): void {
    if (this.entries.get(name) !== entry) return
    this.entries.delete(name)
    this.heldBytes -= entry.bytes
  }
}
