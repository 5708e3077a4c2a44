'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { timeOfDay } from '@/i18n/format'
import { Banner } from '../kit/banner'
import { Button, ButtonLink } from '../kit/button'
import { usePersonLine } from '../queue/use-person-line'
import { CancelRequest, EscalationBanner, LostLease, NewsBanner } from './case-banners'
import { lastSeq, type NewsKind, newSince } from './new-since'
import { OverrideBanner } from './override-banner'
import type { Holding } from './use-holding'
import type { QueueWatch } from './use-queue-watch'

type Props = {
  readonly view: CaseView
  readonly holding: Holding
  readonly watch: QueueWatch
  readonly myUserId: string
  /** What was typed for the verdict. */
  readonly note: string
  readonly onNews: (kind: NewsKind) => void
  readonly onChanged: () => Promise<void>
}

/** Everything that wants attention above the trace, most urgent first. */
export function ReviewBanners({ view, holding, watch, myUserId, note, onNews, onChanged }: Props) {
  const t = useTranslations('review')
  const tVerdict = useTranslations('cases.verdict')
  const [seenSeq, setSeenSeq] = useState(() => lastSeq(view.events))
  const news = newSince(view.events, seenSeq, myUserId)
  const withdrawn = view.verdict === null ? view.verdicts[0] : undefined
  return (
    <>
      <Emergencies watch={watch} />
      {holding.isLost && <LostLease view={view} note={note} isBusy={holding.isBusy} onClaim={holding.claim} />}
      {holding.notice !== null && (
        <Banner tone="quality" isAlert>
          {holding.notice}
        </Banner>
      )}
      <OverrideBanner view={view} onChanged={onChanged} />
      <CancelRequest view={view} onChanged={onChanged} />
      {withdrawn?.withdrawnAt && (
        <Banner tone="quality" isAlert>
          {t('verdict.withdrawnBanner', {
            verdict: tVerdict(withdrawn.verdict),
            time: timeOfDay(withdrawn.at),
            withdrawnAt: timeOfDay(withdrawn.withdrawnAt),
          })}
        </Banner>
      )}
      <NewsBanner news={news} onShow={onNews} onSeen={() => setSeenSeq(lastSeq(view.events))} />
      <EscalationBanner view={view} />
    </>
  )
}

/** Another emergency came while this case is read. */
function Emergencies({ watch }: { readonly watch: QueueWatch }) {
  const t = useTranslations('queue')
  const { who, name } = usePersonLine()
  const [first] = watch.emergencies
  if (!first) return null
  const { item } = first
  return (
    <Banner
      tone="emergent"
      isAlert
      title={
        item === null
          ? t('notice.newEmergencyShort')
          : t('notice.newEmergency', { who: `${who(item)} ${name(item)}`, facility: item.facilityName })
      }
      actions={
        <>
          <ButtonLink size="sm" tone="danger" href={`/review/${first.caseId}`}>
            {t('action.open')}
          </ButtonLink>
          <Button size="sm" onClick={watch.dismiss}>
            {t('notice.dismiss')}
          </Button>
        </>
      }
    />
  )
}
