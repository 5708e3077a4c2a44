'use client'

import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { timeOfDay, timeWithSeconds } from '@/i18n/format'
import { useFailureText } from '../api/use-failure-text'
import { VERDICT_TONE } from '../cases/words'
import { Button, buttonLook } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Clock } from '../kit/clock'
import { Kbd } from '../kit/kbd'
import { Mark } from '../kit/mark'
import { TONE_CLASS, type Tone } from '../kit/tone'
import { telHref } from '../queue/tel-href'
import { UndoButton } from './undo-button'
import type { VerdictControl, VerdictFlow } from './use-verdict'

const SLOW_MS = 4000

/** Where a verdict stands between the key and its receipt: on the way, delivered with the undo, or not delivered. */
export function VerdictProgress({ view, control }: { readonly view: CaseView; readonly control: VerdictControl }) {
  const t = useTranslations('review.verdict')
  const tVerdict = useTranslations('cases.verdict')
  const failureText = useFailureText()
  const { flow } = control
  if (flow.step === 'ready') return null
  const verdict = tVerdict(flow.verdict)
  const tone = VERDICT_TONE[flow.verdict]
  if (flow.step === 'sending')
    return <Line tone={tone} title={t('sending', { verdict })} isBusy actions={<SlowCall view={view} />} />
  if (flow.step === 'withdrawing') return <Line tone={tone} title={t('withdrawing')} isBusy />
  if (flow.step === 'sent')
    return (
      <Line
        tone={tone}
        title={t('sent', { verdict, time: timeWithSeconds(flow.at) })}
        actions={<UndoButton untilMs={flow.undoUntilMs} onPress={control.withdraw} />}
      />
    )
  const problem = failureText({ ok: false, problem: flow.problem })
  return (
    <Line
      tone="emergent"
      isAlert
      title={t(flow.step === 'failed' ? 'notDelivered' : 'notWithdrawn', { problem })}
      actions={
        <>
          {flow.step === 'failed' && <FailedActions flow={flow} control={control} />}
          <CallLink view={view} />
        </>
      }
    />
  )
}

function FailedActions({ flow, control }: { readonly flow: VerdictFlow; readonly control: VerdictControl }) {
  const t = useTranslations('review.verdict')
  const isStale = flow.step === 'failed' && flow.problem !== null
  return (
    <>
      {!isStale && (
        <Button tone="primary" onClick={control.retry}>
          {t('retry')}
        </Button>
      )}
      <Button onClick={control.settle}>{t('giveUp')}</Button>
    </>
  )
}

/** After the answer: what was said, whether anybody read it back, and how the case ended. */
export function AnswerStatus({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.verdict')
  const tOutcome = useTranslations('cases.outcome')
  const title = useAnswerTitle(view)
  const { verdict, acknowledgement, outcome } = view
  if (view.state === 'CANCELLED') return <Line tone="routine" title={t('cancelled')} />
  if (outcome !== null)
    return (
      <Line tone="done" title={title}>
        {t('closed', { outcome: tOutcome(outcome.outcome), time: timeOfDay(outcome.at) })}
      </Line>
    )
  if (acknowledgement !== null && acknowledgement.at >= (answeredAtOf(view) ?? ''))
    return (
      <Line tone={acknowledgement.response === 'understood' ? 'done' : 'emergent'} title={title}>
        {t(acknowledgement.response, {
          time: timeOfDay(acknowledgement.at),
          reason: acknowledgement.reason ?? '',
        })}
      </Line>
    )
  return (
    <Line
      tone={verdict === null ? 'done' : VERDICT_TONE[verdict.verdict]}
      title={title}
      actions={<CallLink view={view} />}
    >
      <Waiting view={view} />
    </Line>
  )
}

function useAnswerTitle({ verdict, report }: CaseView): string {
  const t = useTranslations('review.verdict')
  const tVerdict = useTranslations('cases.verdict')
  if (verdict !== null)
    return t('givenBy', {
      verdict: tVerdict(verdict.verdict),
      name: verdict.by.name,
      time: timeWithSeconds(verdict.at),
    })
  return report?.signedAt ? t('reportOnly', { time: timeWithSeconds(report.signedAt) }) : t('noVerdict')
}

function Waiting({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.verdict')
  const answeredAt = answeredAtOf(view)
  if (view.state === 'RETURNED_FOR_REPEAT') return t('waitsForRepeat')
  if (answeredAt === null || view.acknowledgeDueAt === null) return null
  return <Clock since={answeredAt} dueAt={view.acknowledgeDueAt} size="sm" label={t('waitsForConfirmation')} />
}

/** An amended report is a new answer. */
function answeredAtOf({ verdict, report }: CaseView): string | null {
  const amendedAt = report?.amendment ? report.signedAt : null
  return amendedAt ?? verdict?.at ?? report?.signedAt ?? null
}

/** A verdict that takes long is a verdict to be said by telephone. */
function SlowCall({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.verdict')
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <>
      <span className="text-ink-2">{t('slow')}</span>
      <CallLink view={view} />
    </>
  )
}

/** The number of the facility, to press on a phone and to read from elsewhere. */
function CallLink({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.verdict')
  return (
    <a className={buttonLook()} href={telHref(view.facility.phone)}>
      <Phone size={15} aria-hidden="true" />
      {t('callNow', { phone: view.facility.phone })}
    </a>
  )
}

export function NextButton({ isSearching, onNext }: { readonly isSearching: boolean; readonly onNext: () => void }) {
  const t = useTranslations('review.verdict')
  return (
    <Button tone="primary" isBusy={isSearching} onClick={onNext} className="max-md:min-h-tap">
      {isSearching ? t('nextSearching') : t('next')}
      <Kbd>J</Kbd>
    </Button>
  )
}

type LineProps = {
  readonly tone: Tone
  readonly title: string
  readonly isAlert?: boolean
  readonly isBusy?: boolean
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** Takes the place of the three keys, with their height, so that nothing moves. */
function Line({ tone, title, isAlert = false, isBusy = false, actions, children }: LineProps) {
  return (
    <div
      role={isAlert ? 'alert' : 'status'}
      aria-busy={isBusy || undefined}
      className={classNames(
        TONE_CLASS[tone],
        'flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 rounded-3 border border-tone-line border-l-[5px] border-l-tone bg-tone-soft px-3 py-1.5',
      )}
    >
      <Mark tone={tone} size={22} />
      <div className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-x-6 gap-y-1">
        <b className="text-14 text-tone-ink">{title}</b>
        {children && <span>{children}</span>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}
