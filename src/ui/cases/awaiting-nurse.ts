import type { CaseListItem } from '@/cases/api/views'
import { type CaseState, UNCONFIRMED_STATES } from '@/cases/case-state'

const STATES: readonly CaseState[] = [...UNCONFIRMED_STATES, 'RETURNED_FOR_REPEAT']

/** An answer that the facility has to act on: confirm it, or record again. */
export function isAwaitingNurse(item: Pick<CaseListItem, 'state'>): boolean {
  return STATES.includes(item.state)
}
