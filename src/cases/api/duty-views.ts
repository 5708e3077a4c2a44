/** What `/api/v1` answers about who reads now, and about the ladder that calls people when nobody does. */
import { z } from 'zod'
import { RegionLadder } from '../ladder'

const instant = z.iso.datetime()

/** A reader of a region. */
export const DutyReader = z.object({
  userId: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  /** Set by the coordinator. */
  isOnDuty: z.boolean(),
  /** Said so themselves. */
  isAway: z.boolean(),
  /** A page of theirs is open and connected. */
  isPresent: z.boolean(),
  seenAt: instant.nullable(),
  reading: z.array(z.object({ caseId: z.uuid(), number: z.string(), claimedAt: instant })),
})
export type DutyReader = z.infer<typeof DutyReader>

export const DutyRegion = z.object({
  regionCode: z.string(),
  name: z.string(),
  neighbour: z.object({ regionCode: z.string(), name: z.string() }).nullable(),
  /** Nobody who is on duty is there: since when, null while somebody is. */
  emptySince: instant.nullable(),
  /** The coordinator has named who reads; otherwise everybody who is there counts. */
  isSet: z.boolean(),
  readers: z.array(DutyReader),
})
export type DutyRegion = z.infer<typeof DutyRegion>

export const DutyResult = z.object({ regions: z.array(DutyRegion), serverAt: instant })
export type DutyResult = z.infer<typeof DutyResult>

export const LadderResult = z.object({
  regionCode: z.string(),
  ladder: RegionLadder,
  /** False while the region uses the ladder of clinical.md C4 as it stands. */
  isOwn: z.boolean(),
  changedAt: instant.nullable(),
})
export type LadderResult = z.infer<typeof LadderResult>
