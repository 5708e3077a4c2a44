import type { FindingView } from '@/cases/api/assessment-views'
import { inDisplayOrder } from '@/ecg/rules/display-order'

export type SortedFindings = {
  /** Met and borderline, in the order in which they are shown. */
  readonly found: readonly FindingView[]
  readonly notFound: readonly FindingView[]
  readonly notEvaluable: readonly FindingView[]
}

export function sortFindings(findings: readonly FindingView[]): SortedFindings {
  return {
    found: inDisplayOrder(findings),
    notFound: findings.filter(({ status }) => status === 'not_met'),
    notEvaluable: findings.filter(({ status }) => status === 'not_evaluable'),
  }
}
