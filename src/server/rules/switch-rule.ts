import 'server-only'
import type { RuleSettingsResult } from '@/cases/api/assessment-views'
import { SwitchRuleInput } from '@/cases/api/inputs'
import { RULES } from '@/ecg/rules'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { getRuleSettings, WHOLE_MODULE } from './rule-settings'

/** A rule, or the whole module, goes on or off for everybody from the next judgement on. Old judgements stay as they were. */
export async function switchRule(ctx: Context, rawInput: unknown): Promise<RuleSettingsResult> {
  requirePermission(ctx, 'rules.manage')
  const { ruleId, isOn, reason } = SwitchRuleInput.parse(rawInput)
  if (ruleId !== WHOLE_MODULE && !RULES.some((rule) => rule.id === ruleId))
    throw new AppError('not_found', 'There is no such rule.')
  return inTransaction(ctx, async (tx) => {
    await tx.ruleSetting.create({ data: { ruleId, isOn, reason, byId: ctx.actor.userId, at: ctx.now() } })
    await recordAudit(tx, ctx, { action: 'rule.switch', entityType: 'rule', entityId: ruleId, detail: { isOn } })
    return getRuleSettings({ ...ctx, db: tx })
  })
}
