/**
 * The beats of a recording of any length, found while it is read: memory for a minute of it, whatever its length.
 *
 * Each minute is searched together with 8 s before and after it, which is all that a decision about a beat looks at;
 * a beat belongs to the minute in which it lies. Indices of samples from the first one.
 */
import { detectBeats } from '../signal/detect-beats'
import type { EcgBlock, EcgStream } from './ecg-stream'

const OWN_MS = 60_000
const MARGIN_MS = 8000
/** Two minutes may place the same beat on either side of their border. */
const SAME_BEAT_MS = 120

export async function* detectBeatsInStream(stream: EcgStream): AsyncGenerator<readonly number[]> {
  const samplesOf = (ms: number) => Math.round((ms * stream.sampleRateHz) / 1000)
  const [own, margin] = [samplesOf(OWN_MS), samplesOf(MARGIN_MS)]
  const leads = stream.leads.flatMap(({ isDerived }, index) => (isDerived ? [] : [index]))
  const window = new SampleWindow(leads, own + 2 * margin)
  let from = 0
  let last = Number.NEGATIVE_INFINITY
  const search = (to: number) => {
    const found = detectBeats(window.samples(), stream.sampleRateHz)
      .map((index) => index + window.firstSampleIndex)
      .filter((index) => index >= from && index < to && index - last >= samplesOf(SAME_BEAT_MS))
    last = found.at(-1) ?? last
    from = to
    return found
  }
  for await (const block of stream.blocks()) {
    let taken = 0
    while (taken < block.sampleCount) {
      taken += window.fill(block, taken)
      if (!window.isFull()) continue
      yield search(from + own)
      window.forget(from - margin)
    }
  }
  yield search(Number.POSITIVE_INFINITY)
}

/** The last samples of some leads, moved on in place. */
class SampleWindow {
  firstSampleIndex = 0
  private readonly buffers: readonly Float32Array[]
  private length = 0

  constructor(
    private readonly leads: readonly number[],
    private readonly size: number,
  ) {
    this.buffers = leads.map(() => new Float32Array(size))
  }

  isFull(): boolean {
    return this.length === this.size
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
