'use client'

import { ArrowLeft, ArrowUpDown, Keyboard, Phone, UserRoundCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseView } from '@/cases/api/views'
import { shortInstant, span, timeOfDay } from '@/i18n/format'
import { ClassTag } from '../cases/class-tag'
import { usePatientText } from '../cases/use-patient-text'
import { Button, ButtonLink, buttonLook, IconButton } from '../kit/button'
import { Clock } from '../kit/clock'
import { Kbd } from '../kit/kbd'
import { useNow } from '../live/now'
import { telHref } from '../queue/tel-href'
import { TimeSince } from '../queue/ticking'
import { useDuration } from '../queue/use-duration'

type Props = {
  readonly view: CaseView
  readonly leaseUntil: string | null
  readonly isBusy: boolean
  readonly onRelease: () => void
  readonly onClass: () => void
  readonly onHandOver: () => void
  readonly onHelp: () => void
}

/** Who, from where, how urgent, and the clocks; the way back and what can be done with the case itself. */
export function CaseHeader({ view, leaseUntil, isBusy, onRelease, onClass, onHandOver, onHelp }: Props) {
  const t = useTranslations('review')
  const can = (action: CaseView['can'][number]) => view.can.includes(action)
  return (
    <section aria-label={t('case')} className="border-b border-line bg-surface px-3 py-1.5">
      <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href="/queue" size="sm" tone="quiet" className="max-md:-ml-2 max-md:px-2">
          <ArrowLeft size={15} aria-hidden="true" />
          {t('back')} <Kbd>Esc</Kbd>
        </ButtonLink>
        <ClassTag of={view.class} isSolid />
        <Person view={view} />
        <Clocks view={view} />
        <div className="flex flex-wrap items-center gap-2 max-md:order-last max-md:w-full max-md:gap-1.5">
          <LeaseState view={view} leaseUntil={leaseUntil} />
          <a
            className={buttonLook({ size: 'sm' })}
            href={telHref(view.facility.phone)}
            title={t('header.call', { facility: view.facility.name, phone: view.facility.phone })}
          >
            <Phone size={14} aria-hidden="true" />
            <span className="max-md:sr-only">{t('header.callShort')}</span>
          </a>
          {(can('raiseClass') || can('lowerClass')) && (
            <Button size="sm" onClick={onClass}>
              <ArrowUpDown size={14} aria-hidden="true" />
              {t('header.class')}
            </Button>
          )}
          {can('handOver') && (
            <Button size="sm" onClick={onHandOver}>
              <UserRoundCheck size={14} aria-hidden="true" />
              {t(view.claim?.isMine ? 'header.handOver' : 'header.assign')} <Kbd>H</Kbd>
            </Button>
          )}
          {can('release') && view.claim?.isMine && (
            <Button size="sm" isBusy={isBusy} onClick={onRelease}>
              {t('header.release')} <Kbd>R</Kbd>
            </Button>
          )}
          <IconButton label={t('keys.help')} onClick={onHelp} className="max-md:hidden">
            <Keyboard size={16} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </section>
  )
}

function Person({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review')
  const tSex = useTranslations('common.sexShort')
  const patientText = usePatientText()
  const { patient } = view
  return (
    <div className="min-w-0 flex-1 basis-80 max-md:order-1 max-md:basis-full">
      <h1 className="flex flex-wrap items-baseline gap-x-2.5 text-16 font-semi">
        <span className="min-w-0 break-words">{patientText.name(patient)}</span>
        <span className="text-14 whitespace-nowrap">
          {tSex(patient?.sex ?? 'unknown')} {patient?.ageYears ?? t('header.ageUnknown')}
        </span>
        <PersonIds view={view} />
        {view.isDemo && (
          <span className="rounded-1 bg-quality-soft px-1.5 text-11 font-semi text-quality-ink">{t('demo')}</span>
        )}
      </h1>
      <CaseDetails view={view} />
    </div>
  )
}

function PersonIds({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.header')
  const { patient, clinical } = view
  const ids = [
    patient?.pinflMasked ? t('pinfl', { masked: patient.pinflMasked }) : null,
    patient?.passport && !patient.pinflMasked ? t('passport', { number: patient.passport }) : null,
    patient?.description,
    clinical?.weightKg ? t('weight', { value: clinical.weightKg }) : null,
  ]
  return <span className="text-12 font-regular text-ink-2">{ids.filter(Boolean).join(' · ')}</span>
}

function CaseDetails({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.header')
  const now = useNow()
  const recordedAt = view.files.find((file) => file.recording?.recordedAt)?.recording?.recordedAt
  const details = [
    view.number,
    recordedAt ? t('ecgAt', { time: shortInstant(recordedAt, now) }) : null,
    view.submittedAt ? t('sentAt', { time: shortInstant(view.submittedAt, now) }) : null,
  ]
  return (
    <p className="text-12 text-ink-2 md:truncate">
      {view.facility.name} · {view.facility.phone} · {view.sentBy.name}
      <span className="text-ink-3 max-md:hidden"> · {details.filter(Boolean).join(' · ')}</span>
    </p>
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
    <span className="grid content-start gap-1 border-l border-line pl-4 whitespace-nowrap max-[1679px]:hidden">
      <span className="text-12 text-ink-3">{label}</span>
      <b className="text-16 leading-none">{children}</b>
    </span>
  )
}

function LeaseState({ view, leaseUntil }: { readonly view: CaseView; readonly leaseUntil: string | null }) {
  const t = useTranslations('review.lease')
  const { claim } = view
  if (claim === null) return null
  return (
    <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
      <span aria-hidden="true" className={`size-[7px] rounded-full ${claim.isMine ? 'bg-done' : 'bg-quality'}`} />
      {claim.isMine
        ? t('yours', { time: timeOfDay(leaseUntil ?? claim.leaseUntil) })
        : t.rich('other', { name: claim.by.name, time: () => <TimeSince at={claim.at} /> })}
    </span>
  )
}
