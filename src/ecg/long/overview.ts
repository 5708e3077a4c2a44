/** What a page needs of a long recording before it shows any of it. Milliseconds from the first sample. */
import type { BeatClass } from '../measure/types'
import type { LeadName } from '../types'
import type { TileLevel } from './tiles'

export const EVENT_KINDS = [
  'pause',
  'ventricularRun',
  'supraventricularRun',
  'irregular',
  'fast',
  'slow',
  'ventricular',
  'supraventricular',
] as const
/**
 * `pause` is a time without a beat, `…Run` three beats of that origin and more, `irregular` two minutes and more whose
 * intervals follow no order, as in atrial fibrillation, `fast` and `slow` stretches of at least 15 s.
 */
export type EventKind = (typeof EVENT_KINDS)[number]

export type LongEvent = {
  readonly kind: EventKind
  readonly fromMs: number
  readonly toMs: number
  /** Seconds of a pause, beats of a run, beats a minute of the others; null for a single beat. */
  readonly value: number | null
}

export type Overview = {
  readonly sampleRateHz: number
  readonly sampleCount: number
  readonly durationMs: number
  readonly leads: readonly { readonly name: LeadName; readonly isDerived: boolean }[]
  readonly levels: readonly TileLevel[]
  readonly trend: {
    readonly bucketMs: number
    /** Median beats a minute; null where no two beats follow each other. */
    readonly bpm: readonly (number | null)[]
  }
  /** In time; of each kind at most 300, the longest and fastest. */
  readonly events: readonly LongEvent[]
  /** Of each kind, those that are not listed included. */
  readonly counts: Readonly<Record<EventKind, number>>
  readonly beats: Readonly<Record<BeatClass, number>>
  /** Where the leads were off or too noisy to be measured. */
  readonly unusable: readonly { readonly fromMs: number; readonly toMs: number }[]
}
