/**
 * The order in which findings are shown: most urgent first, but a finding never before those that B7 puts in front of
 * it; what stands in front of an urgent finding moves up with it.
 */
import { isFound } from './precedence'
import { FINDING_CLASSES, type Finding } from './rule'

export function inDisplayOrder(findings: readonly Finding[]): Finding[] {
  const waiting = findings.filter(isFound)
  const ranks = new Map(waiting.map((finding) => [finding.id, rankOf(finding, waiting, [])]))
  const shown: Finding[] = []
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

/** Class first, then met before borderline; that of the most urgent finding that waits for this one. */
function rankOf(finding: Finding, all: readonly Finding[], seen: readonly string[]): number {
  const own = (finding.class === null ? FINDING_CLASSES.length : FINDING_CLASSES.indexOf(finding.class)) * 2
  const followers = all.filter(({ id, shownAfter }) => shownAfter.includes(finding.id) && !seen.includes(id))
  const ranks = followers.map((follower) => rankOf(follower, all, [...seen, finding.id]))
  return Math.min(own + (finding.status === 'met' ? 0 : 1), ...ranks)
}
