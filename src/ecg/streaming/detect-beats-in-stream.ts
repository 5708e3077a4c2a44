/**
 * The beats of a recording of any length, found while it is read: memory for a minute of it, whatever its length.
 *
 * Each minute is searched together with 8 s before and after it, which is all that a decision about a beat looks at;
 * a beat belongs to the minute in which it lies. Indices of samples from the first one.
 */
import { detectBeats } from '../signal/detect-beats'
import type { EcgStream } from './ecg-stream'
import { SampleWindow } from './sample-window'

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
