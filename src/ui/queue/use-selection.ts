'use client'

import { useCallback, useState } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { type BoardRow, stepSelection } from './queue-model'

export type Selection = {
  readonly selected: QueueItem | null
  readonly select: (caseId: string) => void
  readonly move: (step: 1 | -1) => void
  /** Where a key moved to; counted, so that the same row can be brought into sight twice. */
  readonly jump: { readonly caseId: string | null; readonly count: number }
}

/** The selected row: by click, or by the keys that also bring it into sight. */
export function useSelection(visible: readonly BoardRow[]): Selection {
  const [selectedId, setSelectedId] = useState<string | null>(() => visible[0]?.item.caseId ?? null)
  const [jump, setJump] = useState<Selection['jump']>({ caseId: null, count: 0 })
  const selected = visible.find(({ item, isGone }) => !isGone && item.caseId === selectedId)?.item ?? null
  return {
    selected,
    select: useCallback((caseId: string) => setSelectedId(caseId), []),
    move: (step) => {
      const next = stepSelection(visible, selected?.caseId ?? null, step)
      setSelectedId(next)
      setJump(({ count }) => ({ caseId: next, count: count + 1 }))
      // Emergencies scroll inside their own pinned lane; of the long lanes the row may not be drawn yet.
      document.querySelector(`[data-pinned] [data-case-id="${next}"]`)?.scrollIntoView({ block: 'nearest' })
    },
    jump,
  }
}
