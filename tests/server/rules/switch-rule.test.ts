import { describe, expect, it } from 'vitest'
import { getCase } from '@/server/cases/case-queries'
import { getRuleSettings } from '@/server/rules/rule-settings'
import { switchRule } from '@/server/rules/switch-rule'
import { auditOf, PERSON, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { uploadAnalysed } from '../../support/files'
import { type Cast, makeCast } from '../../support/people'

const OFF = { ruleId: 'ISC-01', isOn: false, reason: 'too many false alarms here' }

async function sendStemi(cast: Cast) {
  const fileIds = [await uploadAnalysed(cast.nurse, 'anterior-stemi')]
  const caseId = await sendCase(cast.nurse, { fileIds, clinical: { reasons: ['screening'] }, patient: PERSON })
  return getCase(cast.cardiologist, caseId)
}

describe('switching a rule', () => {
  it('off makes it find nothing from then on, and say so', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await switchRule(cast.admin, OFF)
      const view = await sendStemi(cast)
      const stemi = view.findings[0]?.findings.find((finding) => finding.id === 'ISC-01')
      expect(stemi).toMatchObject({ status: 'not_evaluable', limitations: ['switched-off'] })
    }))

  it('is kept with its reason and audited', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await switchRule(cast.admin, OFF)
      const settings = await getRuleSettings(cast.admin)
      expect(settings.items.find((item) => item.ruleId === 'ISC-01')).toMatchObject({
        isOn: false,
        reason: OFF.reason,
        changedBy: { id: cast.admin.actor.userId },
      })
      expect(settings.items.filter((item) => !item.isOn)).toHaveLength(1)
      expect(await auditOf(tx, 'ISC-01')).toEqual(['rule.switch'])
    }))

  it('on again brings it back', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await switchRule(cast.admin, OFF)
      const { items } = await switchRule(cast.admin, { ...OFF, isOn: true })
      expect(items.every((item) => item.isOn)).toBe(true)
    }))

  it('off for the whole module makes every ECG count as not analysed, and the case still works', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await switchRule(cast.admin, { ruleId: 'all', isOn: false, reason: 'trial period' })
      const view = await sendStemi(cast)
      expect(view.findings).toEqual([])
      expect(view.class).toBe('URGENT')
      expect(view.classReasons).toEqual([{ source: 'recording', code: 'not_analysed', class: 'URGENT' }])
    }))

  it('is for admins, of rules that exist, with a reason', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(switchRule(cast.cardiologist, OFF))).toBe('forbidden')
      expect(await refusal(getRuleSettings(cast.nurse))).toBe('forbidden')
      expect(await refusal(switchRule(cast.admin, { ...OFF, ruleId: 'ISC-99' }))).toBe('not_found')
      expect(await refusal(switchRule(cast.admin, { ...OFF, reason: ' ' }))).toBe('invalid_input')
    }))
})
