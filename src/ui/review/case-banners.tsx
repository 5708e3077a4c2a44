'use client'

import { ArrowRight, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'
import { timeOfDay } from '@/i18n/format'
import { type ApiFailure, apiPost } from '../api/client'
import { Banner } from '../kit/banner'
import { Button, buttonLook } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { telHref } from '../queue/tel-href'
import type { NewsItem, NewsKind } from './new-since'

/** The case slipped out of this reader's hands: who has it, and that nothing written is lost. */
export function LostLease({
  view,
  note,
  isBusy,
  onClaim,
}: {
  readonly view: CaseView
  readonly note: string
  readonly isBusy: boolean
  readonly onClaim: () => void
}) {
  const t = useTranslations('review.lease')
  return (
    <Banner
      tone="emergent"
      isAlert
      title={t('lostTitle')}
      actions={
        view.claim === null && view.can.includes('claim') ? (
          <Button tone="primary" size="sm" isBusy={isBusy} onClick={onClaim}>
            {t('claimAgain')}
          </Button>
        ) : undefined
      }
    >
      {view.claim === null ? t('lostFree') : t('lostTo', { name: view.claim.by.name })}
      {note.trim() !== '' && <p className="mt-1 break-words">{t('lostNote', { note: note.trim() })}</p>}
    </Banner>
  )
}

/** What others added since the page was opened. */
export function NewsBanner({
  news,
  onShow,
  onSeen,
}: {
  readonly news: readonly NewsItem[]
  readonly onShow: (kind: NewsKind) => void
  readonly onSeen: () => void
}) {
  const t = useTranslations('review.news')
  if (news.length === 0) return null
  return (
    <Banner
      tone="quality"
      isAlert
      title={t('title')}
      actions={
        <Button size="sm" onClick={onSeen}>
          {t('seen')}
        </Button>
      }
    >
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {news.map(({ kind, at, byName }) => (
          <li key={kind}>
            <Button size="sm" onClick={() => onShow(kind)}>
              {[t(kind, { time: timeOfDay(at) }), byName].filter(Boolean).join(', ')}
              <ArrowRight size={14} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** Who was called about this case already: whoever reads it knows that others are on their way. */
export function EscalationBanner({ view }: { readonly view: CaseView }) {
  const t = useTranslations('queue.escalation')
  const { escalation, facility } = view
  if (escalation === null) return null
  const isCall = escalation.action === 'call_facility'
  return (
    <Banner
      tone={escalation.action === 'breach' ? 'emergent' : 'urgent'}
      title={t(escalation.action, { time: timeOfDay(escalation.at) })}
      actions={
        isCall && (
          <a className={buttonLook({ size: 'sm', tone: 'danger' })} href={telHref(facility.phone)}>
            <Phone size={14} aria-hidden="true" />
            {facility.phone}
          </a>
        )
      }
    />
  )
}

/** The facility wants the case back; the reader or the coordinator decides. */
export function CancelRequest({
  view,
  onChanged,
}: {
  readonly view: CaseView
  readonly onChanged: () => Promise<void>
}) {
  const t = useTranslations('review.cancel')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { cancelRequest } = view
  if (cancelRequest === null || view.state === 'CANCELLED' || view.state === 'CLOSED') return null
  const confirm = async () => {
    setIsBusy(true)
    const answer = await apiPost(`cases/${view.caseId}/cancel`, { reason: cancelRequest.reason })
    setFailure(answer.ok ? null : answer)
    setIsBusy(false)
    await onChanged()
  }
  return (
    <Banner
      tone="quality"
      title={t('title')}
      actions={
        view.can.includes('confirmCancel') ? (
          <Button size="sm" isBusy={isBusy} onClick={() => void confirm()}>
            {isBusy ? t('confirming') : t('confirm')}
          </Button>
        ) : undefined
      }
    >
      <p>
        {t('text', {
          reason: codeText(t, `reason.${cancelRequest.reason}`, cancelRequest.reason),
          time: timeOfDay(cancelRequest.at),
          name: cancelRequest.by?.name ?? '',
        })}
        {cancelRequest.note && ` · ${cancelRequest.note}`}
      </p>
      <p className="text-12 text-ink-2">{t('keep')}</p>
      {failure && <FailureBanner failure={failure} />}
    </Banner>
  )
}
