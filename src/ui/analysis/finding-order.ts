import type { FindingView } from '@/cases/api/assessment-views'
import { FINDING_CLASSES } from '@/ecg/rules/rule'

export type SortedFindings = {
  /** Met and borderline, in the order in which they are shown. */
  readonly found: readonly FindingView[]
  readonly notFound: readonly FindingView[]
  readonly notEvaluable: readonly FindingView[]
}

/** Most urgent first; a finding that another one explains comes after it; then met before borderline, then by confidence. */
export function sortFindings(findings: readonly FindingView[]): SortedFindings {
  const found = findings.filter(({ status }) => status === 'met' || status === 'borderline')
  return {
    found: explainedLast(found.toSorted((a, b) => rank(a) - rank(b))),
    notFound: findings.filter(({ status }) => status === 'not_met'),
    notEvaluable: findings.filter(({ status }) => status === 'not_evaluable'),
  }
}

const CONFIDENCE = ['high', 'medium', 'low'] as const

function rank({ class: itsClass, status, confidence }: FindingView): number {
  const byClass = itsClass === null ? FINDING_CLASSES.length : FINDING_CLASSES.indexOf(itsClass)
  return byClass * 100 + (status === 'met' ? 0 : 10) + CONFIDENCE.indexOf(confidence)
}

function explainedLast(found: readonly FindingView[]): readonly FindingView[] {
  const rest = [...found]
  const shown: FindingView[] = []
  while (rest.length > 0) {
    const waits = ({ shownAfter }: FindingView) => shownAfter.some((id) => rest.some((other) => other.id === id))
    const next = Math.max(
      0,
      rest.findIndex((finding) => !waits(finding)),
    )
    shown.push(...rest.splice(next, 1))
  }
  return shown
}
