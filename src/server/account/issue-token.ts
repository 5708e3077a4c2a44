import 'server-only'
import { z } from 'zod'
import type { CreateTokenResult } from '@/cases/api/admin-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { insertToken } from './create-token'

const IssueTokenInput = z.object({ email: z.string().trim().toLowerCase(), name: z.string(), days: z.int() })

/** For the command line on the server itself: a token of the person with this e-mail. */
export async function issueToken(ctx: Context, rawInput: unknown): Promise<z.infer<typeof CreateTokenResult>> {
  requirePermission(ctx, 'people.manage')
  const input = IssueTokenInput.parse(rawInput)

  return inTransaction(ctx, async (tx) => {
    const user = await tx.user.findUnique({ where: { email: input.email }, select: { id: true, isActive: true } })
    if (!user?.isActive) throw new AppError('not_found', `Nobody with the e-mail ${input.email} has an active account.`)
    const result = await insertToken(tx, ctx, user.id, input)
    await recordAudit(tx, ctx, {
      action: 'token.issue',
      entityType: 'token',
      entityId: result.tokenId,
      detail: { userId: user.id, days: input.days },
    })
    return result
  })
}
