/** What this person must not be given, from the case's own data and the answers (clinical.md D3, last paragraph). */
import type { CaseFacts } from './case-facts'
import { type Condition, PROTOCOL } from './protocol'
import type { ReportStructure } from './structure'

export type Avoided = {
  readonly id: string
  readonly text: string
  readonly because: readonly {
    readonly fact: Condition['fact']
    readonly value: number | null
    readonly limit: number | null
  }[]
  /** Questions answered yes. */
  readonly answered: readonly string[]
  /** Questions that nobody has answered: not forbidden, but ask first. */
  readonly ask: readonly string[]
}

export function avoidList(facts: CaseFacts, answers: ReportStructure['answers']): readonly Avoided[] {
  return PROTOCOL.avoid.flatMap(({ id, text, when, ask }) => {
    const because = when.flatMap((condition) => {
      const reason = reasonOf(condition, facts)
      return reason ? [reason] : []
    })
    const answered = ask.filter((question) => answers[question] === 'yes')
    const open = ask.filter((question) => (answers[question] ?? 'unknown') === 'unknown')
    if (because.length + answered.length > 0) return [{ id, text, because, answered, ask: [] }]
    return open.length > 0 && facts.isCoronary ? [{ id, text, because, answered, ask: open }] : []
  })
}

function reasonOf(condition: Condition, facts: CaseFacts) {
  if ('is' in condition) return facts[condition.fact] ? { fact: condition.fact, value: null, limit: null } : null
  const value = facts[condition.fact]
  if (value === null) return null
  const { limit, isCrossed } =
    'below' in condition
      ? { limit: condition.below, isCrossed: value < condition.below }
      : { limit: condition.above, isCrossed: value > condition.above }
  return isCrossed ? { fact: condition.fact, value: Math.round(value), limit } : null
}
