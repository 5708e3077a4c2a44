/** Which stretches of the trace a number or a finding speaks of. */
import type { Beat, Marks } from '@/ecg/measure/types'
import type { Segment } from '@/ecg/rules/rule'
import type { LeadName } from '@/ecg/types'

/** `quality`: a lead that is not to be trusted. */
export type SpanTone = 'measure' | 'raised' | 'lowered' | 'quality'

/** A stretch of time in one lead, or in all of them. */
export type Span = {
  readonly lead: LeadName | null
  readonly fromMs: number
  readonly toMs: number
  readonly tone: SpanTone
  /** With `raised` and `lowered`: where the level lies that the trace has left, the onset of QRS. */
  readonly levelAtMs?: number
}

const ST_MS = 80

/** The stretch in every beat where the segment could be marked; `strip` and `rr` mark nothing. */
export function spansOf(
  beats: readonly Beat[],
  segment: Segment,
  leads: readonly LeadName[] | null,
  tone: SpanTone = 'measure',
): readonly Span[] {
  return beats.flatMap((beat) => {
    const stretch = stretchOf(beat, segment)
    if (!stretch) return []
    const [fromMs, toMs] = stretch
    const level = beat.qrsOnsetMs === null || tone === 'measure' ? {} : { levelAtMs: beat.qrsOnsetMs }
    return (leads ?? [null]).map((lead) => ({ lead, fromMs, toMs, tone, ...level }))
  })
}

function stretchOf(beat: Marks, segment: Segment): readonly [number, number] | null {
  const stretches: Readonly<Record<Segment, readonly [number | null, number | null]>> = {
    p: [beat.pOnsetMs, beat.pOffsetMs],
    pr: [beat.pOnsetMs, beat.qrsOnsetMs],
    qrs: [beat.qrsOnsetMs, beat.qrsOffsetMs],
    st: [beat.qrsOffsetMs, beat.qrsOffsetMs === null ? null : beat.qrsOffsetMs + ST_MS],
    t: [beat.qrsOffsetMs === null ? null : beat.qrsOffsetMs + ST_MS, beat.tOffsetMs],
    qt: [beat.qrsOnsetMs, beat.tOffsetMs],
    rr: [null, null],
    strip: [null, null],
  }
  const [fromMs, toMs] = stretches[segment]
  return fromMs !== null && toMs !== null && toMs > fromMs ? [fromMs, toMs] : null
}
