'use client'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import type { CaseView } from '@/cases/api/views'
import { dayOf, timeWithSeconds } from '@/i18n/format'
import { apiGet } from '../../api/client'
import { Banner } from '../../kit/banner'
import { Button, ButtonLink } from '../../kit/button'
import { classNames } from '../../kit/class-names'
import { Mark } from '../../kit/mark'
import { useLiveEvents, useOnHello } from '../../live/live-provider'
import { useNow } from '../../live/now'
import { useRinging } from '../../live/use-alarm'
import { ClassReasons } from '../class-reasons'
import { ClassTag } from '../class-tag'
import { PhoneLink } from '../phone-link'
import { Warnings } from '../warnings'

/** The proof: the server's time, the place in the queue, what happens next and when, whom to call. */
export function Receipt({ receipt, phone }: { readonly receipt: SubmitCaseResult; readonly phone: string | null }) {
  const t = useTranslations('newCase.receipt')
  const view = useProgress(receipt.caseId)
  const href = `/cases/${receipt.caseId}` as Route
  return (
    <div className="mx-auto grid max-w-[640px] gap-3 p-3 md:pt-6">
      <section className="rounded-3 border border-line border-l-[6px] border-l-done bg-surface px-5 py-4">
        <div role="status">
          <h1 className="flex items-center gap-2.5">
            <Mark tone="done" size={26} />
            {t('title')}
          </h1>
        </div>
        <p className="mt-1 text-40 leading-tight font-semi tracking-[-.02em]">{timeWithSeconds(receipt.receivedAt)}</p>
        <p className="text-ink-2">{t('serverTime', { day: dayOf(receipt.receivedAt), number: receipt.number })}</p>
        <p className="mt-2 flex flex-wrap items-center gap-2 text-16 font-semi">
          <ClassTag of={receipt.class} isSolid />
          {t('place', { place: receipt.queuePlace })}
        </p>
        <div className="mt-2">
          <ClassReasons of={receipt.class} reasons={receipt.classReasons} />
        </div>
      </section>
      <Steps receipt={receipt} view={view} />
      <Warnings warnings={receipt.warnings} />
      {receipt.duplicates[0] && (
        <Banner
          tone="urgent"
          actions={
            <ButtonLink size="sm" href={`/cases/${receipt.duplicates[0]}` as Route}>
              {t('openDuplicate')}
            </ButtonLink>
          }
        >
          {t('duplicates', { count: receipt.duplicates.length })}
        </Banner>
      )}
      <CallOut receipt={receipt} view={view} phone={phone} />
      <div className="grid gap-2 sm:grid-cols-3">
        {answeredAt(view) ? (
          <ButtonLink href={href} size="lg" tone="primary">
            {t('openAnswer')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`${href}?add=values` as Route} size="lg" tone="primary">
            {t('addValues')}
          </ButtonLink>
        )}
        <ButtonLink href="/cases" size="lg">
          {t('toCases')}
        </ButtonLink>
        {/* A new document, so that nothing of this form is left. */}
        <Button size="lg" onClick={() => window.location.assign('/cases/new')}>
          {t('next')}
        </Button>
      </div>
    </div>
  )
}

function Steps({ receipt, view }: { readonly receipt: SubmitCaseResult; readonly view: CaseView | null }) {
  const t = useTranslations('newCase.receipt')
  const steps = [
    { key: 'received', at: receipt.receivedAt, dueAt: null },
    { key: 'opened', at: openedAt(view), dueAt: receipt.openDueAt },
    { key: 'answered', at: answeredAt(view), dueAt: view?.answerDueAt ?? null },
  ] as const
  const next = steps.find(({ at }) => at === null)
  return (
    <ol aria-label={t('steps')} className="rounded-3 border border-line bg-surface">
      {steps.map((step) => (
        <li
          key={step.key}
          className="flex min-h-12 items-center gap-3 border-b border-line px-4 text-14 last:border-b-0"
        >
          {step.at ? (
            <Mark tone="done" />
          ) : (
            <span
              className={classNames(
                'mx-px size-4 rounded-full border-2',
                step === next ? 'border-urgent-ink bg-urgent' : 'border-line-strong',
              )}
            />
          )}
          <span className={classNames('flex-1', !step.at && 'text-ink-2')}>{t(step.key)}</span>
          <b className={step.at ? '' : 'text-ink-2'}>
            {step.at ? timeWithSeconds(step.at) : step.dueAt ? t('due', { time: timeWithSeconds(step.dueAt) }) : ''}
          </b>
        </li>
      ))}
    </ol>
  )
}

/** Before the target a quiet sentence with the number; past it the page is red and rings. */
function CallOut({
  receipt,
  view,
  phone,
}: {
  readonly receipt: SubmitCaseResult
  readonly view: CaseView | null
  readonly phone: string | null
}) {
  const t = useTranslations('newCase.receipt')
  const now = useNow()
  const isWaiting = openedAt(view) === null && answeredAt(view) === null
  const isLate = isWaiting && now.getTime() > Date.parse(receipt.openDueAt)
  useRinging(isLate, 'emergency')
  if (!isWaiting) return null
  return (
    <Banner
      tone={isLate || receipt.class === 'EMERGENT' ? 'emergent' : 'routine'}
      isAlert={isLate}
      title={isLate ? t('late') : undefined}
      actions={phone && <PhoneLink phone={phone} isRed={isLate} />}
    >
      {!isLate && t('redAt', { time: timeWithSeconds(receipt.openDueAt) })}
    </Banner>
  )
}

/** The case as it moves on; null until it was read once. */
function useProgress(caseId: string): CaseView | null {
  const [view, setView] = useState<CaseView | null>(null)
  const read = async () => {
    const result = await apiGet<CaseView>(`cases/${caseId}`)
    if (result.ok) setView(result.data)
  }
  useEffect(() => {
    let isGone = false
    void apiGet<CaseView>(`cases/${caseId}`).then((result) => {
      if (result.ok && !isGone) setView(result.data)
    })
    return () => {
      isGone = true
    }
  }, [caseId])
  useLiveEvents((event) => {
    if (event.caseId === caseId) void read()
  })
  useOnHello(() => void read())
  return view
}

function openedAt(view: CaseView | null): string | null {
  return view?.events.find(({ type }) => type === 'open')?.at ?? null
}

function answeredAt(view: CaseView | null): string | null {
  return view?.verdict?.at ?? view?.report?.signedAt ?? null
}
