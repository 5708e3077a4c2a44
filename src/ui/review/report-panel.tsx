'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { timeOfDay, timeWithSeconds } from '@/i18n/format'
import { useFailureText } from '../api/use-failure-text'
import { ReportCalipers } from '../ecg/calipers/report-calipers'
import { Button, IconButton } from '../kit/button'
import { Field, Textarea } from '../kit/field'
import { Kbd } from '../kit/kbd'
import { Panel } from '../kit/panel'
import { isComplete } from './report-draft'
import type { ReportDraft, SaveState } from './use-report-draft'

type Props = {
  readonly view: CaseView
  readonly draft: ReportDraft
  readonly canWrite: boolean
  readonly firstField: RefObject<HTMLTextAreaElement | null>
  readonly onClose: () => void
}

/** Conclusion and recommendation: saved while they are written, sent with a signature that is asked for twice. */
export function ReportPanel({ view, draft, canWrite, firstField, onClose }: Props) {
  const t = useTranslations('review.report')
  const saveText = useSaveText(draft)
  const [isAsking, setIsAsking] = useState(false)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const isSigning = draft.state.step === 'signing'

  const askOrSign = () => {
    setIsIncomplete(!isComplete(draft.text))
    if (!isComplete(draft.text) || isSigning || !canWrite) return setIsAsking(false)
    if (!isAsking) return setIsAsking(true)
    setIsAsking(false)
    void draft.sign()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      askOrSign()
    }
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isAsking) setIsAsking(false)
    else onClose()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter and Esc work from every control inside, and each has a button
    <div onKeyDown={onKeyDown}>
      <Panel
        title={t('title')}
        aside={
          <IconButton label={t('close')} onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        <div className="grid gap-3">
          <Field label={t('conclusion')} hint={t('conclusionHint')}>
            {(control) => (
              <Textarea
                {...control}
                ref={firstField}
                rows={6}
                maxLength={8000}
                readOnly={!canWrite}
                value={draft.text.conclusion}
                onChange={(event) => draft.change({ conclusion: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('recommendation')} hint={t('recommendationHint')}>
            {(control) => (
              <Textarea
                {...control}
                rows={7}
                maxLength={8000}
                readOnly={!canWrite}
                value={draft.text.recommendation}
                onChange={(event) => draft.change({ recommendation: event.target.value })}
              />
            )}
          </Field>
          {isIncomplete && !isComplete(draft.text) && (
            <p role="alert" className="text-emergent-ink">
              {t('signFirst')}
            </p>
          )}
          <p
            role="status"
            className={draft.state.step === 'failed' ? 'text-12 text-emergent-ink' : 'min-h-[17px] text-12 text-ink-2'}
          >
            {saveText}
          </p>
          {isAsking ? (
            <div className="grid gap-2">
              <p className="text-ink-2">{t('confirmText', { facility: view.facility.name })}</p>
              <Button tone="primary" size="lg" isWide onClick={askOrSign}>
                {t('confirm')} <Kbd>Ctrl</Kbd>
                <Kbd>↵</Kbd>
              </Button>
              <Button isWide onClick={() => setIsAsking(false)}>
                {t('confirmBack')}
              </Button>
            </div>
          ) : (
            <Button tone="primary" size="lg" isWide isBusy={isSigning} disabled={!canWrite} onClick={askOrSign}>
              {isSigning ? t('signing') : t('sign')} <Kbd>Ctrl</Kbd>
              <Kbd>↵</Kbd>
            </Button>
          )}
        </div>
      </Panel>
    </div>
  )
}

/** The signed report, as the facility has it. */
export function SignedReport({ report }: { readonly report: NonNullable<CaseView['report']> }) {
  const t = useTranslations('review.report')
  return (
    <Panel title={t('signedTitle')}>
      <div className="grid gap-2">
        <p className="break-words whitespace-pre-wrap">{report.conclusion}</p>
        <p className="font-medium break-words whitespace-pre-wrap">{report.recommendation}</p>
        <ReportCalipers calipers={report.calipers} />
        <p className="text-12 text-ink-2">
          {t('signedBy', { name: report.by.name, time: timeWithSeconds(report.signedAt ?? report.savedAt) })}
        </p>
      </div>
    </Panel>
  )
}

/** Opens the report and says how far it is. */
export function ReportButton({
  view,
  draft,
  isOpen,
  onToggle,
}: {
  readonly view: CaseView
  readonly draft: ReportDraft
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const t = useTranslations('review.report')
  const saveText = useSaveText(draft)
  const { report } = view
  const state = report?.signedAt ? t('signed', { time: timeOfDay(report.signedAt) }) : saveText
  return (
    <Button onClick={onToggle} aria-expanded={isOpen} className="min-w-0 flex-1 max-md:min-h-11">
      <span className="min-w-0 truncate">
        {t('open')} <span className="font-regular text-ink-2">{state}</span>
      </span>
      <Kbd>E</Kbd>
    </Button>
  )
}

function useSaveText({ text, state }: ReportDraft): string {
  const t = useTranslations('review.report')
  const failureText = useFailureText()
  const words: Readonly<Record<SaveState['step'], () => string>> = {
    clean: () => '',
    kept: () => (isComplete(text) ? t('kept') : t('keptBoth')),
    saving: () => t('saving'),
    signing: () => t('signing'),
    saved: () => (state.step === 'saved' ? t('saved', { time: timeWithSeconds(state.at) }) : ''),
    failed: () =>
      state.step === 'failed' ? t('failed', { problem: failureText({ ok: false, problem: state.problem }) }) : '',
  }
  return words[state.step]()
}
