import 'server-only'
import type { DutyResult } from '@/cases/api/duty-views'
import { SetDutyInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { getDuty } from './duty-queries'

/** The coordinator says who reads in the region from now on. An empty list: everybody who is there counts. */
export async function setDuty(ctx: Context, rawInput: unknown): Promise<DutyResult> {
  requirePermission(ctx, 'duty.manage')
  const input = SetDutyInput.parse(rawInput)
  const { regionCode } = input
  if (!ctx.actor.regionCodes.includes(regionCode))
    throw new AppError('not_found', 'There is no such region, or it is not yours.')
  const userIds = [...new Set(input.userIds)]
  return inTransaction(ctx, async (tx) => {
    // Two coordinators at once: the later list counts, whole.
    await tx.$queryRaw`SELECT 1 FROM region WHERE code = ${regionCode} FOR UPDATE`
    const readers = await tx.membership.count({
      where: {
        userId: { in: userIds },
        role: 'cardiologist',
        user: { isActive: true },
        regions: { some: { regionCode } },
      },
    })
    if (readers !== userIds.length)
      throw new AppError('invalid_input', 'Only readers of the region can be on duty there.', [
        { path: 'userIds', code: 'not_a_reader' },
      ])
    const before = await tx.duty.findMany({ where: { regionCode } })
    await tx.duty.deleteMany({ where: { regionCode, userId: { notIn: userIds } } })
    await tx.duty.createMany({
      data: userIds.map((userId) => ({ regionCode, userId, since: ctx.now(), setById: ctx.actor.userId })),
      skipDuplicates: true,
    })
    await recordAudit(tx, ctx, {
      action: 'duty.set',
      entityType: 'region',
      entityId: ctx.actor.userId,
      detail: { regionCode, before: before.map((one) => one.userId), after: userIds },
    })
    return getDuty({ ...ctx, db: tx })
  })
}
