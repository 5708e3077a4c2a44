'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import type { CaseAction, CaseView } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'
import { timeWithSeconds } from '@/i18n/format'
import { Banner } from '../../kit/banner'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { useCase } from '../../review/use-case'
import { useAnswers } from '../../shell/answers'
import { markHeard } from '../../shell/heard'
import { EscalationNotice } from '../escalation-notice'
import { Warnings } from '../warnings'
import { AddEcg } from './add-ecg'
import { AddValues } from './add-values'
import { Answer } from './answer'
import { CancelCase } from './cancel-case'
import { Card } from './card'
import { CaseHeader } from './case-header'
import { ChangePatient } from './change-patient'
import { Ecgs } from './ecgs'
import { OutcomeForm } from './outcome-form'
import { RaiseClass } from './raise-class'
import { ReadBack } from './read-back'
import { Timeline } from './timeline'
import { useCaseVerb } from './use-case-verb'

export type CaseVerb = ReturnType<typeof useCaseVerb>
type OpenDialog = 'addRecording' | 'addClinical' | 'raiseClass' | 'changePatient' | 'cancel'

/** The case as its facility sees it: the answer first, what to do about it next, then everything it rests on. */
export function CasePage({
  initial,
  opens,
  firstTrace,
}: {
  readonly initial: CaseView
  readonly opens: 'values' | null
  /** The newest ECG as the server drew it. */
  readonly firstTrace: ReactNode
}) {
  const t = useTranslations('case')
  const { view, refresh } = useCase(initial)
  const { reload } = useAnswers()
  const verb = useCaseVerb(view.caseId, () => {
    void refresh()
    reload()
  })
  const [dialog, setDialog] = useState<OpenDialog | null>(
    opens === 'values' && initial.can.includes('addClinical') ? 'addClinical' : null,
  )
  const open = (which: OpenDialog) => {
    verb.clear()
    setDialog(which)
  }
  useHeard(view)
  return (
    <div className="mx-auto grid max-w-[1640px] gap-3 p-3">
      <CaseHeader view={view} />
      <EscalationNotice escalation={view.escalation} phone={view.centre?.phone ?? null} />
      <Standing view={view} />
      <Answer view={view} />
      {dialog === null && <ReadBack view={view} verb={verb} />}
      <NextEcg view={view} onAdd={() => open('addRecording')} />
      {dialog === null && <OutcomeForm view={view} verb={verb} />}
      <Warnings warnings={view.warnings} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Ecgs view={view} first={{ fileId: initial.files[0]?.fileId, trace: firstTrace }} />
        <div className="grid gap-3">
          <Panel title={t('card')}>
            <Card view={view} />
          </Panel>
          <Actions view={view} onOpen={open} />
          <Panel title={t('events')}>
            <Timeline events={view.events} />
          </Panel>
        </div>
      </div>
      <Dialogs view={view} verb={verb} which={dialog} onClose={() => setDialog(null)} />
    </div>
  )
}

/** What is over, waits, or was said: one line each. */
function Standing({ view }: { readonly view: CaseView }) {
  const t = useTranslations('case')
  const outcome = useTranslations('cases.outcome')
  const because = useTranslations('case.cancel.because')
  const cancelled = view.events.findLast(({ type }) => type === 'cancel')
  const { acknowledgement } = view
  return (
    <>
      {view.state === 'CANCELLED' && cancelled && (
        <Banner
          tone="routine"
          title={t('cancelled', {
            time: timeWithSeconds(cancelled.at),
            reason: reasonText(cancelled.detail.reason, because),
          })}
        />
      )}
      {view.state === 'CLOSED' && view.outcome && (
        <Banner
          tone="done"
          title={t('outcome.closed', {
            time: timeWithSeconds(view.outcome.at),
            outcome: outcome(view.outcome.outcome),
          })}
        >
          {view.outcome.note}
        </Banner>
      )}
      {view.cancelRequest && view.state !== 'CANCELLED' && (
        <Banner tone="quality">{t('cancelAsked', { time: timeWithSeconds(view.cancelRequest.at) })}</Banner>
      )}
      {acknowledgement?.response === 'understood' && !view.can.includes('acknowledge') && (
        <Banner tone="done">
          {t('readBack.done', { time: timeWithSeconds(acknowledgement.at), name: acknowledgement.by?.name ?? '' })}
        </Banner>
      )}
      {acknowledgement?.response === 'cannot' && (
        <Banner tone="urgent">
          {t('readBack.cannotDone', {
            time: timeWithSeconds(acknowledgement.at),
            reason: acknowledgement.reason ?? '',
          })}
        </Banner>
      )}
    </>
  )
}

/** The ECG that the case waits for stands in front, not in a menu. */
function NextEcg({ view, onAdd }: { readonly view: CaseView; readonly onAdd: () => void }) {
  const t = useTranslations('case')
  const kind =
    view.state === 'RETURNED_FOR_REPEAT'
      ? 'repeat'
      : view.files.length === 0 && view.filesExpected > 0
        ? 'onItsWay'
        : null
  if (kind === null || !view.can.includes('addRecording')) return null
  return (
    <Banner
      tone="quality"
      title={t(`${kind}.title`)}
      actions={
        <Button size="lg" tone="primary" onClick={onAdd}>
          {t(`${kind}.button`)}
        </Button>
      }
    >
      {t(`${kind}.text`)}
    </Banner>
  )
}

function Actions({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (which: OpenDialog) => void }) {
  const t = useTranslations('case')
  const actions: readonly { readonly action: CaseAction & OpenDialog; readonly text: string }[] = [
    { action: 'addClinical', text: t('do.addValues') },
    { action: 'addRecording', text: t('do.addEcg') },
    { action: 'raiseClass', text: t('do.raise') },
    { action: 'changePatient', text: view.patient?.isUnknown ? t('do.identify') : t('do.patient') },
    { action: 'cancel', text: t('do.cancel') },
  ]
  const allowed = actions.filter(({ action }) => view.can.includes(action))
  if (allowed.length === 0) return null
  return (
    <div className="grid grid-cols-2 gap-2">
      {allowed.map(({ action, text }) => (
        <Button key={action} onClick={() => onOpen(action)}>
          {text}
        </Button>
      ))}
    </div>
  )
}

function Dialogs({
  view,
  verb,
  which,
  onClose,
}: {
  readonly view: CaseView
  readonly verb: CaseVerb
  readonly which: OpenDialog | null
  readonly onClose: () => void
}) {
  if (which === 'addRecording') return <AddEcg verb={verb} onClose={onClose} />
  if (which === 'addClinical') return <AddValues verb={verb} onClose={onClose} />
  if (which === 'raiseClass') return <RaiseClass view={view} verb={verb} onClose={onClose} />
  if (which === 'changePatient') return <ChangePatient view={view} verb={verb} onClose={onClose} />
  if (which === 'cancel') return <CancelCase view={view} verb={verb} onClose={onClose} />
  return null
}

/** Whoever sees the answer here has heard the alarm. */
function useHeard(view: CaseView): void {
  const answeredAt = view.verdict?.at ?? view.report?.signedAt ?? null
  const { answers } = useAnswers()
  const listed = answers.find(({ caseId }) => caseId === view.caseId)?.answeredAt ?? null
  useEffect(() => {
    if (answeredAt === null) return
    markHeard(view.caseId, answeredAt)
    // The list may count from the first answer, the case from the last one.
    if (listed !== null) markHeard(view.caseId, listed)
  }, [view.caseId, answeredAt, listed])
}

function reasonText(reason: unknown, because: ReturnType<typeof useTranslations<'case.cancel.because'>>): string {
  if (typeof reason !== 'string') return ''
  return codeText(because, reason, reason)
}
