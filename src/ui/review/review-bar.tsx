'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { CaseView } from '@/cases/api/views'
import type { Role, Verdict } from '@/cases/values'
import { Button, ButtonLink } from '../kit/button'
import { Kbd } from '../kit/kbd'
import { ReportButton } from './report-panel'
import type { Holding } from './use-holding'
import type { QueueWatch } from './use-queue-watch'
import type { ReportDraft } from './use-report-draft'
import type { RowReading } from './use-row-reading'
import type { VerdictControl } from './use-verdict'
import { NoteButton, VerdictKeys } from './verdict-bar'
import { AnswerStatus, NextButton, VerdictProgress } from './verdict-status'

type Props = {
  readonly view: CaseView
  readonly me: { readonly userId: string; readonly role: Role }
  readonly control: VerdictControl
  readonly draft: ReportDraft
  readonly watch: QueueWatch
  readonly rowReading: RowReading
  readonly holding: Holding
  readonly note: string
  readonly isNoteOpen: boolean
  readonly noteField: RefObject<HTMLInputElement | null>
  readonly isReportOpen: boolean
  readonly onNote: (note: string) => void
  readonly onNoteOpen: (isOpen: boolean) => void
  readonly onReport: () => void
  readonly onVerdict: (verdict: Verdict) => void
}

/** Fixed at the foot of the reading page: the three keys, or in their place what became of the answer. */
export function ReviewBar(props: Props) {
  const { view, me, control, draft, watch, rowReading, holding, note, isReportOpen, onNoteOpen, onReport } = props
  const t = useTranslations('review')
  const isReady = view.can.includes('verdict') && control.flow.step === 'ready'
  const hasReport = view.can.includes('report') || view.report !== null
  const isReader = me.role === 'cardiologist'
  const canClaim = view.can.includes('claim') && view.claim === null
  return (
    <section
      aria-label={t('verdict.label')}
      className="fixed inset-x-0 bottom-(--dock) z-20 grid gap-2.5 border-t border-line bg-surface p-2.5 max-md:gap-1.5 max-md:p-2 md:px-3 lg:grid-cols-[minmax(0,1048px)_minmax(316px,1fr)]"
    >
      <BarMain {...props} isReady={isReady} />
      <div className="flex items-end gap-2 lg:items-stretch">
        {isReady && !props.isNoteOpen && <NoteButton note={note} onOpen={() => onNoteOpen(true)} />}
        {hasReport && <ReportButton view={view} draft={draft} isOpen={isReportOpen} onToggle={onReport} />}
        {isReader && !isReady && !holding.isMine && !canClaim && (
          <NextButton isSearching={watch.next.step === 'searching'} onNext={watch.next.go} />
        )}
        {rowReading.isComing && (
          <Button onClick={rowReading.stay} className="max-md:min-h-tap">
            {t('verdict.stay')}
          </Button>
        )}
        {watch.next.step === 'none' && (
          <ButtonLink href="/queue" tone="quiet">
            {t('verdict.nextNone')} {t('verdict.toQueue')}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}

function BarMain({
  view,
  control,
  holding,
  isReady,
  note,
  isNoteOpen,
  noteField,
  onNote,
  onNoteOpen,
  onVerdict,
}: Props & { readonly isReady: boolean }) {
  if (control.flow.step !== 'ready') return <VerdictProgress view={view} control={control} />
  if (isReady)
    return (
      <VerdictKeys
        view={view}
        note={note}
        isNoteOpen={isNoteOpen}
        noteField={noteField}
        onNote={onNote}
        onNoteOpen={onNoteOpen}
        onVerdict={onVerdict}
      />
    )
  return <ReadOnlyOrAnswer view={view} holding={holding} />
}

/** No keys: because the case is answered, or because somebody else holds it, or nobody does. */
function ReadOnlyOrAnswer({ view, holding }: { readonly view: CaseView; readonly holding: Holding }) {
  const t = useTranslations('review')
  const isWaiting = ['SUBMITTED', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'SECOND_OPINION'].includes(view.state)
  if (!isWaiting) return <AnswerStatus view={view} />
  if (view.claim === null && view.can.includes('claim'))
    return (
      <Button tone="primary" isWide isBusy={holding.isBusy} onClick={holding.claim} className="min-h-14! text-16">
        {holding.isBusy ? t('header.claiming') : t('header.claim')} <Kbd>C</Kbd>
      </Button>
    )
  return (
    <p className="flex min-h-14 items-center rounded-3 border border-line bg-surface-2 px-3 text-ink-2">
      {view.claim === null ? t('lease.readOnlyRole') : t('lease.readOnly', { name: view.claim.by.name })}
    </p>
  )
}
