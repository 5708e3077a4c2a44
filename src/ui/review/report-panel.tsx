'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useMemo } from 'react'
import type { CaseView } from '@/cases/api/views'
import type { ReportStructure } from '@/cases/report/structure'
import { timeOfDay, timeWithSeconds } from '@/i18n/format'
import { useFailureText } from '../api/use-failure-text'
import { Button } from '../kit/button'
import { Kbd } from '../kit/kbd'
import { ReportEditor } from './report/report-editor'
import { ReportFrame } from './report/report-frame'
import { SignBox, useSigning } from './report/sign-box'
import { useReportCheck } from './report/use-report-check'
import type { ReportDraft, SaveState } from './use-report-draft'

type Props = {
  readonly view: CaseView
  readonly userId: string
  readonly draft: ReportDraft
  readonly canWrite: boolean
  readonly firstField: RefObject<HTMLInputElement | null>
  readonly shownRecordingId: string | null
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** Conclusion and recommendation in codes: saved while they are written, sent with a signature that is asked for twice. */
export function ReportPanel({
  view,
  userId,
  draft,
  canWrite,
  firstField,
  shownRecordingId,
  onClose,
  onChanged,
}: Props) {
  const t = useTranslations('review.report')
  const saveText = useSaveText(draft)
  // A report that says nothing yet is about the ECG on the screen.
  const structure = useMemo(() => aboutShown(draft.structure, shownRecordingId), [draft.structure, shownRecordingId])
  const check = useReportCheck(view, structure, userId)
  const { state } = draft
  const isBusy = state.step === 'signing'
  const signing = useSigning({
    canSign: canWrite,
    isWhole: check.problems.length === 0,
    isBusy,
    sign: () => void draft.sign(),
  })
  return (
    <ReportFrame title={t('title')} editor={draft} signing={signing} onClose={onClose}>
      <ReportEditor
        view={view}
        editor={{ ...draft, structure }}
        setting={check.setting}
        problems={check.problems}
        canWrite={canWrite}
        field={firstField}
        onChanged={onChanged}
      />
      <p
        role="status"
        className={
          state.step === 'failed' || state.step === 'unsigned'
            ? 'text-12 text-emergent-ink'
            : 'min-h-[17px] text-12 text-ink-2'
        }
      >
        {saveText}
      </p>
      <SignBox
        signing={signing}
        canSign={canWrite}
        isBusy={isBusy}
        problem={state.step === 'failed' ? state.problem : null}
        consequence={t('confirmText', { facility: view.facility.name })}
        sentences={check.sentences}
        onConfirmed={() => void draft.sign()}
      />
    </ReportFrame>
  )
}

function aboutShown(structure: ReportStructure, recordingId: string | null): ReportStructure {
  return structure.statements.length > 0 ? structure : { ...structure, recordingId }
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

function useSaveText({ state }: ReportDraft): string {
  const t = useTranslations('review.report')
  const failureText = useFailureText()
  const words: Readonly<Record<SaveState['step'], () => string>> = {
    clean: () => '',
    kept: () => t('kept'),
    saving: () => t('saving'),
    signing: () => t('signing'),
    signed: () => (state.step === 'signed' ? t('signed', { time: timeWithSeconds(state.at) }) : ''),
    saved: () => (state.step === 'saved' ? t('saved', { time: timeWithSeconds(state.at) }) : ''),
    unsigned: () => t('unsigned'),
    failed: () =>
      state.step === 'failed' ? t('failed', { problem: failureText({ ok: false, problem: state.problem }) }) : '',
  }
  return words[state.step]()
}
