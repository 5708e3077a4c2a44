/** What many rules ask of one analysis is worked out once; an analysis never changes. */
import type { Analysis } from '../../measure/types'

export function oncePerAnalysis<T>(work: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly result: T }>()
  return (analysis) => {
    const found = known.get(analysis) ?? { result: work(analysis) }
    known.set(analysis, found)
    return found.result
  }
}
