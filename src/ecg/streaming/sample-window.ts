import type { EcgBlock } from './ecg-stream'

/** The last samples of some leads of a stream, moved on in place. */
export class SampleWindow {
  firstSampleIndex = 0
  private readonly buffers: readonly Float32Array[]
  private length = 0

  constructor(
    /** Places in the stream's list of leads. */
    private readonly leads: readonly number[],
    private readonly size: number,
  ) {
    this.buffers = leads.map(() => new Float32Array(size))
  }

  isFull(): boolean {
    return this.length === this.size
  }

  endSampleIndex(): number {
    return this.firstSampleIndex + this.length
  }

  /** Takes what there is room for and says how much. */
  fill({ samplesUv, sampleCount }: EcgBlock, from: number): number {
    const count = Math.min(sampleCount - from, this.size - this.length)
    this.leads.forEach((lead, at) => {
      this.buffers[at]?.set(samplesUv[lead]?.subarray(from, from + count) ?? [], this.length)
    })
    this.length += count
    return count
  }

  forget(before: number): void {
    const count = Math.max(0, Math.min(this.length, before - this.firstSampleIndex))
    for (const buffer of this.buffers) buffer.copyWithin(0, count, this.length)
    this.firstSampleIndex += count
    this.length -= count
  }

  samples(): readonly Float32Array[] {
    return this.buffers.map((buffer) => buffer.subarray(0, this.length))
  }
}
