import type { AtrialView } from './atrial-view'
import type { FoundP } from './p-search'
import type { VentricularBeat } from './steady-p'

export function findDissociatedP(_view: AtrialView, _beats: readonly VentricularBeat[]): readonly FoundP[] {
  return []
}
