/** Marks of one beat in one lead, in milliseconds. */
import type { Marks } from '../../measure/types'
import type { PLimits } from './p-limits'
import type { TWave } from './t-wave'
import type { VentricularAverage } from './ventricular-marks'

/** A beat as the average of its shape says, brought to its own place; samples. */
export type PlacedBeat = { readonly fiducial: number; readonly average: VentricularAverage }

type Surroundings = {
  readonly msPerSample: number
  readonly nextOnset: number
  readonly spikesAtMs: readonly number[]
  /** Only what counts as a wave, for the marks over all leads. */
  readonly isVisibleOnly: boolean
}

/** What is left of a spike reaches this far before and after it; a paced QRS begins after it. */
const SPIKE_BEFORE_MS = 40
const SPIKE_AFTER_MS = 8
const VISIBLE_SHARE_OF_T_TAIL = 0.88

export function marksInLead(
  { fiducial, average }: PlacedBeat,
  lead: number,
  p: PLimits | null,
  { msPerSample, nextOnset, spikesAtMs, isVisibleOnly }: Surroundings,
): Marks {
  const own = average.leads[lead]
  const ms = (sample: number | undefined) => (sample === undefined ? null : (fiducial + sample) * msPerSample)
  const wave = average.t[lead]
  const isTallEnough = !isVisibleOnly || (wave?.heightUv ?? 0) >= average.leastTUv
  const t = wave && isTallEnough && fiducial + wave.offset < nextOnset ? wave : null
  const qrs = isVisibleOnly ? own?.visibleQrs : own?.qrs
  const pPart = isVisibleOnly ? (p?.visible ?? null) : p
  return {
    rPeakMs: (fiducial + (own?.rPeak ?? 0)) * msPerSample,
    pOnsetMs: pPart && pPart.onset * msPerSample,
    pPeakMs: pPart && p && p.peak * msPerSample,
    pOffsetMs: pPart && pPart.offset * msPerSample,
    qrsOnsetMs: afterSpike(ms(qrs?.onset), spikesAtMs),
    qrsOffsetMs: ms(qrs?.offset),
    tPeakMs: ms(t?.peak),
    tOffsetMs: ms(isVisibleOnly ? tEnd(t) : t?.offset),
  }
}

/**
 * T leaves so flatly that where it sinks below what is visible lies well after where a reader lets it end, and devices
 * end it between the two.
 */
function tEnd(t: TWave | null): number | undefined {
  return t ? t.offset + VISIBLE_SHARE_OF_T_TAIL * (t.visibleOffset - t.offset) : undefined
}

function afterSpike(onsetMs: number | null, spikesAtMs: readonly number[]): number | null {
  if (onsetMs === null) return null
  const spikeMs = spikesAtMs.find((atMs) => onsetMs > atMs - SPIKE_BEFORE_MS && onsetMs < atMs + SPIKE_AFTER_MS)
  return spikeMs === undefined ? onsetMs : spikeMs + SPIKE_AFTER_MS
}
