import 'server-only'
import type { FacilityView } from '@/cases/api/admin-views'
import { CreateFacilityInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { requireRegions } from '../auth/region-scope'
import { type Context, inTransaction, requirePermission } from '../context'
import { isUniqueViolation } from '../db/unique-violation'
import { AppError } from '../errors'
import { getFacility } from './facility-queries'
import { requireSoundPlacement } from './facility-rules'

export async function createFacility(ctx: Context, rawInput: unknown): Promise<FacilityView> {
  requirePermission(ctx, 'facility.manage')
  const input = CreateFacilityInput.parse(rawInput)
  requireRegions(ctx, [input.regionCode])

  const id = await inTransaction(ctx, async (tx) => {
    await requireSoundPlacement(tx, input, null)
    const created = await tx.facility.create({
      data: { ...input, travelMinutes: input.travelMinutes ?? null, createdAt: ctx.now() },
      select: { id: true },
    })
    await recordAudit(tx, ctx, {
      action: 'facility.create',
      entityType: 'facility',
      entityId: created.id,
      detail: { type: input.type, regionCode: input.regionCode },
    })
    return created.id
  }).catch(asNameTaken)
  return getFacility(ctx, id)
}

/** One name once in a region. */
export function asNameTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error
  throw new AppError('conflict', 'The region has a facility of this name already.', [
    { path: 'name', code: 'name_taken' },
  ])
}
