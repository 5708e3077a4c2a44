import type { AssessmentView, FindingView } from '@/cases/api/assessment-views'

/** The limit that the farthest ST level met in the first finding that rests on it; null where none does. */
export function metStLimitUv(findings: readonly FindingView[], stExtreme: AssessmentView['stExtreme']): number | null {
  if (!stExtreme) return null
  const { lead, jUv } = stExtreme
  const sign = jUv < 0 ? -1 : 1
  const limitsUv = findings
    .filter(({ status }) => status === 'met')
    .map(({ evidence }) =>
      evidence
        .filter((one) => one.name === 'j' && one.lead === lead && one.comparison?.startsWith(sign > 0 ? '>' : '<'))
        .map(({ threshold }) => (threshold ?? 0) * sign)
        .filter((limitUv) => limitUv > 0 && limitUv <= jUv * sign),
    )
  const first = limitsUv.find((ofFinding) => ofFinding.length > 0)
  return first ? sign * Math.max(...first) : null
}
