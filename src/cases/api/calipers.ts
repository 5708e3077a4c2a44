/** Calipers on the ECGs of a case, as `/api/v1` takes and answers them. */
import { z } from 'zod'
import { CALIPER_KINDS, type Caliper as CaliperOnEcg } from '@/ecg/calipers/caliper'
import { LEAD_NAMES } from '@/ecg/types'

/** A day of Holter and a wave that no heart makes. */
const ms = z.number().min(-1000).max(200_000_000)
const uv = z.number().min(-50_000).max(50_000)
/** A picture may be measured a little beyond its edge. */
const share = z.number().min(-0.1).max(1.1)

const PictureScale = z.strictObject({
  pxPerMm: z.number().positive().max(10_000),
  knownMm: z.number().positive().max(1000),
  mmPerSecond: z.number().positive().max(1000),
  mmPerMv: z.number().positive().max(1000),
  page: z.int().min(1).max(1000),
  fromX: share,
  fromY: share,
  toX: share,
  toY: share,
})

export const Caliper = z.strictObject({
  kind: z.enum(CALIPER_KINDS),
  lead: z.enum(LEAD_NAMES).nullable(),
  fromMs: ms,
  toMs: ms,
  fromUv: uv.nullable(),
  toUv: uv.nullable(),
  rrMs: z.number().min(100).max(10_000).nullable(),
  errorMs: z.number().min(0).max(1000),
  errorUv: z.number().min(0).max(5000),
  picture: z
    .strictObject({
      page: z.int().min(1).max(1000),
      fromX: share,
      fromY: share,
      toX: share,
      toY: share,
      scale: PictureScale,
    })
    .nullable(),
}) satisfies z.ZodType<CaliperOnEcg>

/** `caliper: null` takes it away. */
export const SetCaliperInput = z.strictObject({
  recordingId: z.uuid(),
  caliperId: z.uuid(),
  caliper: Caliper.nullable(),
})
export type SetCaliperInput = z.infer<typeof SetCaliperInput>

export const CaliperView = z.object({
  caliperId: z.uuid(),
  recordingId: z.uuid(),
  caliper: Caliper,
  by: z.object({ id: z.uuid(), name: z.string(), title: z.string().nullable() }),
  at: z.iso.datetime(),
  /** Only who set it moves it. */
  isMine: z.boolean(),
})
export type CaliperView = z.infer<typeof CaliperView>
