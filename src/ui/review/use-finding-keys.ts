'use client'

import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { findingItemId } from '../analysis/finding-item'
import { sortFindings } from '../analysis/finding-order'
import { reviewFinding } from '../analysis/review-finding'
import type { useShown } from '../analysis/use-shown'
import type { ApiFailure } from '../api/client'

type Input = {
  readonly view: CaseView
  readonly recordingId: string | null
  readonly canReview: boolean
  readonly marks: ReturnType<typeof useShown>
  readonly onReviewed: () => void
}

/** The findings by keyboard: one after the other on the trace, and agreement with the one that is shown. */
export function useFindingKeys({ view, recordingId, canReview, marks, onReviewed }: Input) {
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const judged = view.findings.find((one) => one.recordingId === recordingId)
  const { found } = sortFindings(judged?.findings ?? [])
  const shownId = marks.shown && 'finding' in marks.shown ? marks.shown.finding.id : null

  /** After the last one nothing is shown, then the first again. */
  const next = () => {
    if (found.length === 0) return false
    const finding = found[found.findIndex(({ id }) => id === shownId) + 1]
    marks.show(finding ? { finding } : null)
    if (!finding) return
    // When it has opened.
    requestAnimationFrame(() =>
      document.getElementById(findingItemId(finding.id))?.scrollIntoView({ block: 'nearest' }),
    )
  }
  const agree = () => {
    if (!canReview || recordingId === null || shownId === null) return false
    void reviewFinding(view.caseId, { recordingId, findingId: shownId, isAgreed: true }).then((answer) => {
      setFailure(answer.ok ? null : answer)
      if (answer.ok) onReviewed()
    })
  }
  return { shownId, failure, next, agree }
}
