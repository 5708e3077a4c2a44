'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { timeOfDay } from '@/i18n/format'
import type { ApiFailure } from '../api/client'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { Kbd } from '../kit/kbd'
import { reviewFinding } from './review-finding'

type Props = {
  readonly caseId: string
  readonly recordingId: string
  readonly findingId: string
  readonly reviews: CaseView['findingReviews']
  readonly canReview: boolean
  /** The key that agrees means this finding. */
  readonly hasKey: boolean
  readonly onReviewed: () => void
}

/** Agree in one press; disagreement asks why. What was said stays to be read; the newest of each person counts. */
export function FindingReview({ caseId, recordingId, findingId, reviews, canReview, hasKey, onReviewed }: Props) {
  const t = useTranslations('analysis.findings')
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const send = async (isAgreed: boolean) => {
    setIsBusy(true)
    const answer = await reviewFinding(caseId, { recordingId, findingId, isAgreed, ...(isAgreed ? {} : { reason }) })
    setIsBusy(false)
    setFailure(answer.ok ? null : answer)
    if (!answer.ok) return
    setIsAsking(false)
    onReviewed()
  }
  const newest = [...new Map(reviews.map((one) => [one.by.id, one] as const)).values()]
  return (
    <>
      {canReview && (
        <>
          <Button size="sm" disabled={isBusy} onClick={() => void send(true)}>
            {t('agree')}
            {hasKey && <Kbd>A</Kbd>}
          </Button>
          <Button size="sm" aria-expanded={isAsking} disabled={isBusy} onClick={() => setIsAsking(!isAsking)}>
            {t('disagree')}
          </Button>
        </>
      )}
      {isAsking && (
        <form
          className="flex w-full gap-1.5"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void send(false)
          }}
        >
          <input
            aria-label={t('reason')}
            placeholder={t('reason')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
            className="min-h-[26px] min-w-0 flex-1 rounded-2 border border-line-strong bg-surface px-2 text-12 max-md:min-h-10"
          />
          <Button size="sm" type="submit" isBusy={isBusy} disabled={reason.trim() === ''}>
            {t('reasonSave')}
          </Button>
        </form>
      )}
      {failure && <FailureBanner failure={failure} />}
      {newest.map((one) => (
        <p key={one.by.id} className="w-full text-12 text-ink-2">
          {t(one.isAgreed ? 'agreed' : 'disagreed', {
            name: one.by.name,
            time: timeOfDay(one.at),
            reason: one.reason ?? '',
          })}
        </p>
      ))}
    </>
  )
}
