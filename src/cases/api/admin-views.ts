/** What the administration's endpoints answer: places, people, one's own account, the audit trail. */
import { z } from 'zod'
import { FACILITY_TYPES, ROLES } from '../values'

const instant = z.iso.datetime()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()

export const RegionView = z.object({
  code: z.string(),
  name: z.string(),
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type RegionView = z.infer<typeof RegionView>
export const FacilityView = z.object({
  facilityId: z.uuid(),
  name: z.string(),
  type: z.enum(FACILITY_TYPES),
  regionCode: z.string(),
  regionName: z.string(),
  districtCode: maybe(z.string()),
  districtName: maybe(z.string()),
  address: maybe(z.string()),
  phone: z.string(),
  travelMinutes: maybe(z.number()),
  centreId: maybe(z.uuid()),
  centreName: maybe(z.string()),
  backupCentreId: maybe(z.uuid()),
  backupCentreName: maybe(z.string()),
  isActive: z.boolean(),
  peopleCount: z.number(),
  openCaseCount: z.number(),
})
export type FacilityView = z.infer<typeof FacilityView>
export const PersonView = z.object({
  userId: z.uuid(),
  email: z.string(),
  name: z.string(),
  title: maybe(z.string()),
  phone: maybe(z.string()),
  role: z.enum(ROLES),
  facilityId: maybe(z.uuid()),
  facilityName: maybe(z.string()),
  regionCodes: z.array(z.string()),
  isActive: z.boolean(),
  hasPassword: z.boolean(),
  lastSignInAt: maybe(instant),
  openLinkExpiresAt: maybe(instant),
})
export type PersonView = z.infer<typeof PersonView>
/** The link is shown once, for copying; it works once within 72 h. */
export const LinkResult = z.object({ userId: z.uuid(), link: z.string(), expiresAt: instant })
export type LinkResult = z.infer<typeof LinkResult>
export const TokenView = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: maybe(instant),
})
export type TokenView = z.infer<typeof TokenView>
export const SessionView = z.object({
  sessionId: z.uuid(),
  createdAt: instant,
  expiresAt: instant,
  userAgent: maybe(z.string()),
  isCurrent: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>
export const CreateTokenResult = z.object({ token: z.string(), tokenId: z.uuid(), expiresAt: instant })
export const OkResult = z.object({ ok: z.literal(true) })
export const AuditItem = z.object({
  id: z.uuid(),
  at: instant,
  actorName: maybe(z.string()),
  actorRole: maybe(z.enum(ROLES)),
  action: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  facilityName: maybe(z.string()),
  detail: z.record(z.string(), z.json()),
})
export type AuditItem = z.infer<typeof AuditItem>
