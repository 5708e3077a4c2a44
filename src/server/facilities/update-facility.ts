import 'server-only'
import type { z } from 'zod'
import type { FacilityView } from '@/cases/api/admin-views'
import { UpdateFacilityInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { requireRegions } from '../auth/region-scope'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { withoutUndefined } from '../db/without-undefined'
import { asNameTaken } from './create-facility'
import { getFacility, lockFacility } from './facility-queries'
import { type Placement, requireNoAnswers, requireNobodyNeeds, requireSoundPlacement } from './facility-rules'

type Change = ReturnType<typeof withoutUndefined<z.infer<typeof UpdateFacilityInput>>>

/** Changes what was sent; deactivates only a facility that nobody needs any more. */
export async function updateFacility(ctx: Context, facilityId: string, rawInput: unknown): Promise<FacilityView> {
  requirePermission(ctx, 'facility.manage')
  const change = withoutUndefined(UpdateFacilityInput.parse(rawInput))
  if (change.regionCode !== undefined) requireRegions(ctx, [change.regionCode])

  await inTransaction(ctx, async (tx) => {
    await lockFacility(tx, facilityId, 'change')
    const before = await getFacility({ ...ctx, db: tx }, facilityId)
    await requireSoundChange(tx, before, change)
    await tx.facility.update({ where: { id: facilityId }, data: change, select: { id: true } })
    await recordAudit(tx, ctx, {
      action: actionOf(before, change),
      entityType: 'facility',
      entityId: facilityId,
      detail: { fields: Object.keys(change) },
    })
  }).catch(asNameTaken)
  return getFacility(ctx, facilityId)
}

async function requireSoundChange(tx: Tx, before: FacilityView, change: Change): Promise<void> {
  const after = { ...before, ...change }
  if (touchesPlacement(change)) await requireSoundPlacement(tx, after, before.facilityId)
  if (before.type === 'regional_centre' && after.type !== 'regional_centre')
    await requireNoAnswers(tx, before.facilityId)
  if (before.isActive && !after.isActive) await requireNobodyNeeds(tx, before)
}

const PLACEMENT: readonly (keyof Placement)[] = ['type', 'regionCode', 'districtCode', 'centreId', 'backupCentreId']
function touchesPlacement(change: Change): boolean {
  return PLACEMENT.some((field) => change[field] !== undefined)
}

function actionOf(before: FacilityView, change: Change): string {
  if (change.isActive === undefined || change.isActive === before.isActive) return 'facility.change'
  return change.isActive ? 'facility.activate' : 'facility.deactivate'
}
