/**
 * The order in which findings are shown: most urgent first, but a finding never before those that B7 puts in front of
 * it; what stands in front of an urgent finding moves up with it.
 */
import { FINDING_CLASSES, type Finding } from './rule'

type Ordered = Pick<Finding, 'id' | 'status' | 'class' | 'confidence' | 'shownAfter'>

/** What was found; the rest is left out. */
export function inDisplayOrder<F extends Ordered>(findings: readonly F[]): F[] {
  const waiting = findings.filter(({ status }) => status === 'met' || status === 'borderline')
  const ranks = new Map(waiting.map((finding) => [finding.id, rankOf(finding, waiting, [])]))
  const shown: F[] = []
  while (shown.length < waiting.length) {
    const open = waiting.filter((finding) => !shown.includes(finding))
    const ready = open.filter(({ shownAfter }) => !open.some(({ id }) => shownAfter.includes(id)))
    const next = (ready.length > 0 ? ready : open).reduce((best, finding) =>
      (ranks.get(finding.id) ?? 0) < (ranks.get(best.id) ?? 0) ? finding : best,
    )
    shown.push(next)
  }
  return shown
}

const CONFIDENCE = ['high', 'medium', 'low'] as const

/** Class first, then met before borderline, then trust; that of the first finding that waits for this one. */
function rankOf(finding: Ordered, all: readonly Ordered[], seen: readonly string[]): number {
  const byClass = finding.class === null ? FINDING_CLASSES.length : FINDING_CLASSES.indexOf(finding.class)
  const own = byClass * 100 + (finding.status === 'met' ? 0 : 10) + CONFIDENCE.indexOf(finding.confidence)
  const followers = all.filter(({ id, shownAfter }) => shownAfter.includes(finding.id) && !seen.includes(id))
  return Math.min(own, ...followers.map((follower) => rankOf(follower, all, [...seen, finding.id])))
}
