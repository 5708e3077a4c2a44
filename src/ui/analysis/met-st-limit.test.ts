import { describe, expect, it } from 'vitest'
import type { FindingView } from '@/cases/api/assessment-views'
import { metStLimitUv } from './met-st-limit'

function resting(status: FindingView['status'], threshold: number, comparison: '>=' | '<='): FindingView {
  const evidence = [{ lead: 'V3', name: 'j', value: 0, unit: 'uV', threshold, comparison }]
  return { status, evidence } as unknown as FindingView
}

describe('the limit beside the farthest ST level', () => {
  it('is the one that the first finding rests on', () => {
    const findings = [resting('met', 200, '>='), resting('met', 270, '>='), resting('met', -50, '<=')]
    expect(metStLimitUv(findings, { lead: 'V3', jUv: 420 })).toBe(200)
    expect(metStLimitUv(findings, { lead: 'V3', jUv: -80 })).toBe(-50)
  })

  it('is none where no finding was met, or none by that lead', () => {
    expect(metStLimitUv([resting('borderline', 200, '>=')], { lead: 'V3', jUv: 190 })).toBeNull()
    expect(metStLimitUv([resting('met', 200, '>=')], { lead: 'V2', jUv: 420 })).toBeNull()
    expect(metStLimitUv([resting('met', 200, '>=')], null)).toBeNull()
  })
})
