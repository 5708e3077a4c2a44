import 'server-only'
import type { RuleSettingsResult } from '@/cases/api/assessment-views'
import { RULES } from '@/ecg/rules'
import { THRESHOLDS_VERSION } from '@/ecg/rules/thresholds'
import { type Context, requirePermission } from '../context'
import type { Db, Tx } from '../db/client'

/** Stands for the whole module in the table of settings. */
export const WHOLE_MODULE = 'all'

export type RuleSwitches = { readonly isModuleOn: boolean; readonly switchedOff: readonly string[] }

/** What runs now: the newest row of each rule; a rule that nobody ever switched is on. */
export async function ruleSwitches(db: Db | Tx): Promise<RuleSwitches> {
  const off = (await newestSettings(db)).filter((row) => !row.isOn).map((row) => row.ruleId)
  return { isModuleOn: !off.includes(WHOLE_MODULE), switchedOff: off.filter((id) => id !== WHOLE_MODULE) }
}

export async function getRuleSettings(ctx: Context): Promise<RuleSettingsResult> {
  requirePermission(ctx, 'rules.manage')
  const rows = await newestSettings(ctx.db)
  const people = await ctx.db.user.findMany({
    where: { id: { in: rows.map((row) => row.byId) } },
    select: { id: true, name: true, title: true },
  })
  const setting = (ruleId: string) => {
    const row = rows.find((one) => one.ruleId === ruleId)
    return {
      isOn: row?.isOn ?? true,
      changedAt: row?.at.toISOString() ?? null,
      changedBy: people.find((person) => person.id === row?.byId) ?? null,
      reason: row?.reason ?? null,
    }
  }
  return {
    isModuleOn: setting(WHOLE_MODULE).isOn,
    rulesVersion: THRESHOLDS_VERSION,
    items: RULES.map(({ id, version, source }) => ({ ruleId: id, version, source, ...setting(id) })),
  }
}

type Setting = {
  readonly ruleId: string
  readonly isOn: boolean
  readonly reason: string
  readonly byId: string
  readonly at: Date
}

function newestSettings(db: Db | Tx): Promise<Setting[]> {
  return db.$queryRaw<Setting[]>`
    SELECT DISTINCT ON (rule_id) rule_id AS "ruleId", is_on AS "isOn", reason, by_id AS "byId", at
    FROM rule_setting ORDER BY rule_id, at DESC, id DESC`
}
