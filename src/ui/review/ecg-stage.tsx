'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseView, FileView, RecordingView } from '@/cases/api/views'
import { shortInstant } from '@/i18n/format'
import { badLeadSpans } from '../analysis/bad-lead-spans'
import { ComparisonStrip } from '../analysis/comparison-strip'
import { NumbersStrip } from '../analysis/numbers-strip'
import { isGood, QualityChip } from '../analysis/quality-chip'
import type { useShown } from '../analysis/use-shown'
import { EcgAttachment } from '../ecg/ecg-attachment'
import { useIsNarrow } from '../ecg/use-is-narrow'
import { classNames } from '../kit/class-names'
import { EmptyState } from '../kit/empty-state'
import { useNow } from '../live/now'
import { DeviceStrip } from './device-strip'

type Props = {
  readonly view: CaseView
  readonly fileId: string | null
  /** The trace that the server drew, and of which file it is. */
  readonly first: { readonly fileId: string | undefined; readonly trace: ReactNode }
  readonly onFile: (fileId: string) => void
  readonly onPainted: () => void
  readonly marks: ReturnType<typeof useShown>
}

/** The ECGs of the case, newest first, one at a time; below it what its device printed. */
export function EcgStage({ view, fileId, first, onFile, onPainted, marks }: Props) {
  const t = useTranslations('review.ecg')
  const shown = shownFile(view, fileId)
  const isNarrow = useIsNarrow()
  const assessment = shown?.recording?.assessment ?? null
  const note = assessment && <QualityChip assessment={assessment} />
  const isNoteInToolbar = !isNarrow && assessment !== null && isGood(assessment)
  const onItsWay = Math.max(0, view.filesExpected - view.files.length)
  if (!shown)
    return (
      <div className="rounded-3 border border-line bg-surface">
        <EmptyState tone="quality" title={t('none')}>
          {onItsWay > 0 && t('onItsWay', { count: onItsWay })}
        </EmptyState>
      </div>
    )
  return (
    // On a phone the paper reaches both edges of the screen; what stands around it keeps its distance.
    <div className="grid min-w-0 gap-2 [--gutter:12px]">
      {view.files.length > 1 && <EcgTabs files={view.files} shown={shown} onFile={onFile} />}
      {onItsWay > 0 && <p className="text-12 text-ink-2 max-md:px-3">{t('onItsWay', { count: onItsWay })}</p>}
      {!isNoteInToolbar && <p className="flex flex-wrap gap-1 empty:hidden max-md:px-3">{note}</p>}
      <EcgAttachment
        key={shown.fileId}
        file={shown}
        fallback={shown.fileId === first.fileId ? first.trace : undefined}
        onPainted={onPainted}
        spans={[...badLeadSpans(shown), ...marks.spans]}
        measuring={{ caseId: view.caseId, calipers: view.calipers, canMeasure: view.can.includes('measure') }}
        note={isNoteInToolbar && note}
      />
      {shown.recording?.kind === 'waveform' && <UnderTrace view={view} recording={shown.recording} marks={marks} />}
    </div>
  )
}

/** Our numbers, what changed since the earlier ECG, and apart from them what the device printed. */
function UnderTrace({
  view,
  recording,
  marks,
}: Pick<Props, 'view' | 'marks'> & {
  readonly recording: RecordingView
}) {
  const { recordingId, assessment, reported } = recording
  const comparison = view.comparison?.recordingId === recordingId ? view.comparison : null
  return (
    <div className="grid gap-2 max-md:px-3">
      {assessment && (
        <NumbersStrip
          assessment={assessment}
          person={{ sex: view.patient?.sex ?? 'unknown', ...ageOf(view) }}
          previous={comparison?.earlier.measurements ?? null}
          findings={view.findings.find((one) => one.recordingId === recordingId)?.findings ?? []}
          shownKey={marks.shown && 'key' in marks.shown ? marks.shown.key : null}
          onShow={marks.show}
        />
      )}
      {comparison && <ComparisonStrip comparison={comparison} />}
      <DeviceStrip reported={reported} />
    </div>
  )
}

function EcgTabs({
  files,
  shown,
  onFile,
}: {
  readonly files: readonly FileView[]
  readonly shown: FileView
  readonly onFile: (fileId: string) => void
}) {
  const t = useTranslations('review.ecg')
  const now = useNow()
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-1 max-md:px-3">
      {files.map((file, index) => (
        <button
          key={file.fileId}
          type="button"
          aria-pressed={file.fileId === shown.fileId}
          onClick={() => onFile(file.fileId)}
          className={classNames(
            'min-h-8 rounded-2 border px-3 text-12 font-medium max-md:min-h-11',
            file.fileId === shown.fileId
              ? 'border-ink bg-surface font-semi text-ink'
              : 'border-line bg-surface-2 text-ink-2 hover:text-ink',
          )}
        >
          {t('tabAt', {
            index: files.length - index,
            time: shortInstant(file.recording?.recordedAt ?? file.uploadedAt, now),
          })}
        </button>
      ))}
    </nav>
  )
}

/** The chosen ECG, else the newest. */
export function shownFile(view: CaseView, fileId: string | null): FileView | undefined {
  return view.files.find((file) => file.fileId === fileId) ?? view.files[0]
}

function ageOf({ patient, submittedAt }: CaseView) {
  const birthDate = patient?.birthDate ?? null
  const ageDays =
    birthDate === null ? null : Math.floor((Date.parse(submittedAt ?? birthDate) - Date.parse(birthDate)) / 86_400_000)
  return { ageDays, ageYears: patient?.ageYears ?? null }
}
