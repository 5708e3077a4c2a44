/** Large files on their way in parts, and long recordings by overview and tiles, as `/api/v1` answers them. */
import { z } from 'zod'
import { EVENT_KINDS } from '@/ecg/long/overview'
import { BEAT_CLASSES } from '@/ecg/measure/types'
import { LEAD_NAMES } from '@/ecg/types'

export const UploadView = z.object({
  uploadId: z.uuid(),
  /** Of every part but the last. */
  partBytes: z.number(),
  partCount: z.number(),
  /** Indices of the parts that have not come yet, from 0. */
  missing: z.array(z.number()),
})
export type UploadView = z.infer<typeof UploadView>

const span = { fromMs: z.number(), toMs: z.number() }

const LongOverview = z.object({
  sampleRateHz: z.number(),
  sampleCount: z.number(),
  durationMs: z.number(),
  leads: z.array(z.object({ name: z.enum(LEAD_NAMES), isDerived: z.boolean() })),
  /** Level 0 has every sample; the others the lowest and the highest of each bucket, in turn. */
  levels: z.array(z.object({ level: z.number(), bucketSamples: z.number(), tileSamples: z.number() })),
  trend: z.object({ bucketMs: z.number(), bpm: z.array(z.number().nullable()) }),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), ...span, value: z.number().nullable() })),
  /** Of each kind, those that are not listed included. */
  counts: z.record(z.enum(EVENT_KINDS), z.number()),
  beats: z.record(z.enum(BEAT_CLASSES), z.number()),
  unusable: z.array(z.object(span)),
})

/** A recording of more than a minute: being prepared, ready, or why there is no overview of it. */
export const OverviewView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('preparing'), percent: z.number() }),
  z.object({ state: z.literal('failed'), problem: z.string() }),
  z.object({ state: z.literal('ready'), runId: z.uuid(), overview: LongOverview }),
])
export type OverviewView = z.infer<typeof OverviewView>
