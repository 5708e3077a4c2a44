'use client'

import { ArrowLeft, ArrowUpDown, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseView } from '@/cases/api/views'
import { span, timeOfDay, timeWithSeconds, wallClock } from '@/i18n/format'
import { CLASS_TONE } from '../cases/words'
import { Button, ButtonLink, buttonLook } from '../kit/button'
import { Chip } from '../kit/chip'
import { Clock } from '../kit/clock'
import { Kbd } from '../kit/kbd'
import { Tag } from '../kit/mark'
import { useNow } from '../live/now'
import { useDuration } from '../queue/use-duration'

type Props = {
  readonly view: CaseView
  readonly leaseUntil: string | null
  readonly isBusy: boolean
  readonly onClaim: () => void
  readonly onRelease: () => void
  readonly onClass: () => void
}

/** Who, from where, how urgent, and the clocks; the way back and what can be done with the case itself. */
export function CaseHeader({ view, leaseUntil, isBusy, onClaim, onRelease, onClass }: Props) {
  const t = useTranslations('review')
  const tClass = useTranslations('common.class')
  const can = (action: CaseView['can'][number]) => view.can.includes(action)
  return (
    <section aria-label={t('case')} className="border-b border-line bg-surface px-3 py-1.5">
      <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href="/queue" size="sm" tone="quiet" className="max-md:-ml-2">
          <ArrowLeft size={15} aria-hidden="true" />
          {t('back')} <Kbd>Esc</Kbd>
        </ButtonLink>
        <Tag tone={CLASS_TONE[view.class]} isSolid>
          {tClass(view.class)}
        </Tag>
        <Person view={view} />
        <Clocks view={view} />
        <div className="flex flex-wrap items-center gap-2">
          <LeaseState view={view} leaseUntil={leaseUntil} />
          <a className={buttonLook({ size: 'sm' })} href={`tel:${view.facility.phone.replace(/[^\d+]/g, '')}`}>
            <Phone size={14} aria-hidden="true" />
            {t('header.callShort')} <span className="max-xl:sr-only">{view.facility.phone}</span>
          </a>
          {(can('raiseClass') || can('lowerClass')) && (
            <Button size="sm" onClick={onClass} title={t('header.class')}>
              <ArrowUpDown size={14} aria-hidden="true" />
              <span className="max-xl:sr-only">{t('header.class')}</span>
            </Button>
          )}
          {can('release') && view.claim?.isMine && (
            <Button size="sm" isBusy={isBusy} onClick={onRelease}>
              {t('header.release')} <Kbd>R</Kbd>
            </Button>
          )}
          {can('claim') && view.claim === null && (
            <Button size="sm" tone="primary" isBusy={isBusy} onClick={onClaim}>
              {isBusy ? t('header.claiming') : t('header.claim')} <Kbd>C</Kbd>
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

function Person({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review')
  const tSex = useTranslations('common.sexShort')
  const { patient, clinical, files } = view
  const names = [patient?.familyName, patient?.givenName, patient?.patronymic].filter(Boolean).join(' ')
  const recordedLocal = files.find((file) => file.recording?.recordedLocal)?.recording?.recordedLocal
  const ids = [
    patient?.pinflMasked ? t('header.pinfl', { masked: patient.pinflMasked }) : null,
    patient?.pinflMasked || !patient?.passport ? null : t('header.passport', { number: patient.passport }),
    clinical?.weightKg ? t('header.weight', { value: clinical.weightKg }) : null,
  ]
  const details = [
    view.submittedAt ? t('header.sentAt', { time: timeWithSeconds(view.submittedAt) }) : null,
    recordedLocal ? t('header.ecgAt', { time: wallClock(recordedLocal) }) : null,
    view.number,
  ]
  return (
    <div className="min-w-0 flex-1 basis-80 max-md:order-last max-md:basis-full">
      <h1 className="flex flex-wrap items-baseline gap-x-2.5 text-16 font-semi">
        <span className="min-w-0 break-words">
          {names === '' ? (patient?.description ?? t('header.unknownName')) : names}
        </span>
        <span className="text-14 whitespace-nowrap">
          {tSex(patient?.sex ?? 'unknown')} {patient?.ageYears ?? t('header.ageUnknown')}
        </span>
        <span className="text-12 font-regular text-ink-2">{ids.filter(Boolean).join(' · ')}</span>
        {view.isDemo && <Chip tone="quality">{t('demo')}</Chip>}
      </h1>
      <p className="text-12 text-ink-2">
        {[view.facility.name, t('header.sentBy', { name: view.sentBy.name })].join(' · ')}
        <span className="text-ink-3"> · {details.filter(Boolean).join(' · ')}</span>
      </p>
    </div>
  )
}

function Clocks({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.header')
  const nowMs = useNow().getTime()
  const duration = useDuration()
  const { submittedAt, answerDueAt, clinical } = view
  if (submittedAt === null) return null
  const answeredAt = view.verdict?.at ?? view.report?.signedAt ?? null
  const target = answerDueAt === null ? '' : span(Date.parse(answerDueAt) - Date.parse(submittedAt))
  return (
    <div className="flex gap-4 max-md:flex-1 max-md:justify-end">
      <Clock
        since={submittedAt}
        dueAt={answerDueAt}
        stoppedAt={answeredAt}
        size="md"
        label={answeredAt === null ? t('sinceReceipt', { target }) : t('sinceReceiptDone')}
      />
      {clinical?.firstContactAt && (
        <Fact label={t('sinceContact', { time: timeOfDay(clinical.firstContactAt) })}>
          {duration(nowMs - Date.parse(clinical.firstContactAt))}
        </Fact>
      )}
      {clinical?.painOnsetAt && (
        <Fact label={t('sinceOnset', { time: timeOfDay(clinical.painOnsetAt) })}>
          {duration(nowMs - Date.parse(clinical.painOnsetAt))}
        </Fact>
      )}
    </div>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="grid content-start gap-1 border-l border-line pl-4 whitespace-nowrap max-lg:hidden">
      <span className="text-12 text-ink-3">{label}</span>
      <b className="text-16 leading-none">{children}</b>
    </span>
  )
}

function LeaseState({ view, leaseUntil }: { readonly view: CaseView; readonly leaseUntil: string | null }) {
  const t = useTranslations('review.lease')
  const { claim } = view
  if (claim === null)
    return view.can.includes('claim') ? <span className="text-12 text-ink-2">{t('nobody')}</span> : null
  return (
    <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
      <span aria-hidden="true" className={`size-[7px] rounded-full ${claim.isMine ? 'bg-done' : 'bg-quality'}`} />
      {claim.isMine
        ? t('yours', { time: timeOfDay(leaseUntil ?? claim.leaseUntil) })
        : t('other', { name: claim.by.name, time: timeOfDay(claim.at) })}
    </span>
  )
}
