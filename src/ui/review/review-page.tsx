'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { FindingView } from '@/cases/api/assessment-views'
import type { CaseView } from '@/cases/api/views'
import type { Role, Verdict } from '@/cases/values'
import { FindingsPanel } from '../analysis/findings-panel'
import { useShown } from '../analysis/use-shown'
import { apiPost } from '../api/client'
import { HandOverDialog } from '../duty/hand-over-dialog'
import { FailureBanner } from '../kit/failure-banner'
import { KeyListDialog } from '../queue/key-list'
import { useShortcuts } from '../queue/use-shortcuts'
import { CaseCourse } from './case-course'
import { CaseHeader } from './case-header'
import { ClassDialog } from './class-dialog'
import { EarlierAnswers } from './earlier-answers'
import { EcgStage, shownFile } from './ecg-stage'
import type { NewsKind } from './new-since'
import { PatientCard } from './patient-card'
import { hasUnsigned } from './report-draft'
import { ReportPanel } from './report-panel'
import { ReviewBanners } from './review-banners'
import { ReviewBar } from './review-bar'
import { SignedReport } from './signed-report'
import { useCase } from './use-case'
import { useFindingKeys } from './use-finding-keys'
import { useHeldFence } from './use-held-fence'
import { useHolding } from './use-holding'
import { useNote } from './use-note'
import { useQueueWatch } from './use-queue-watch'
import { type SaveState, useReportDraft } from './use-report-draft'
import { useReviewKeyHelp } from './use-review-key-help'
import { useRowReading } from './use-row-reading'
import { useVerdict } from './use-verdict'
import { WarningList } from './warning-list'

const ONE_COLUMN_BELOW_PX = 1024

type Me = { readonly userId: string; readonly role: Role }

/** From the press until the page knows that the case is held no longer. */
function isSigning(state: SaveState, { claim }: CaseView): boolean {
  return state.step === 'signing' || (state.step === 'signed' && claim !== null && claim.at <= state.at)
}

/** The reading of one case: trace, person, verdict, report. Whoever does not hold it looks only. */
export function ReviewPage({
  initial,
  me,
  firstTrace,
}: {
  readonly initial: CaseView
  readonly me: Me
  /** The newest ECG as the server drew it. */
  readonly firstTrace: ReactNode
}) {
  const t = useTranslations('review')
  const router = useRouter()
  const { view, refresh } = useCase(initial)
  const changed = useCallback(async () => void (await refresh()), [refresh])
  const refreshed = useCallback(() => void refresh(), [refresh])
  const watch = useQueueWatch(view.caseId)
  const fence = useHeldFence(view)
  const [note, setNote] = useNote(`${me.userId}.${view.caseId}`)
  const [isNoteOpen, setIsNoteOpen] = useState(false)
  const [isReportOpen, setIsReportOpen] = useState(false)
  const [isClassOpen, setIsClassOpen] = useState(false)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isHandOverOpen, setIsHandOverOpen] = useState(false)
  const [fileId, setFileId] = useState<string | null>(null)
  const [isPainted, setIsPainted] = useState(false)
  const stage = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLDivElement>(null)
  const noteField = useRef<HTMLInputElement>(null)
  const reportField = useRef<HTMLInputElement>(null)
  const openedFor = useRef<string | null>(null)
  const opening = useRef<AbortController | null>(null)
  const control = useVerdict(view.caseId, note, fence, changed)
  const canReport = view.can.includes('report')
  const signed = view.reports.find(({ signedAt }) => signedAt !== null)
  const draft = useReportDraft(view, me.userId, canReport, fence, changed)
  const isAnswering = ['sending', 'sent', 'withdrawing'].includes(control.flow.step) || isSigning(draft.state, view)
  const holding = useHolding(view, isAnswering, refresh)
  const recording = shownFile(view, fileId)?.recording ?? null
  const recordingId = recording?.recordingId ?? null
  const marks = useShown(recordingId, recording?.assessment?.problem === null)
  const isCardiologist = me.role === 'cardiologist'
  const findingKeys = useFindingKeys({ view, recordingId, canReview: isCardiologist, marks, onReviewed: refresh })
  const keyHelp = useReviewKeyHelp(isCardiologist)

  const painted = useCallback(() => setIsPainted(true), [])
  const claimedAt = view.claim?.isMine && view.state === 'CLAIMED' ? view.claim.at : null
  useEffect(() => {
    // A verdict that is on its way says by itself that the trace was seen: "opened" would come too late behind it.
    if (!isPainted || isAnswering || claimedAt === null || openedFor.current === claimedAt) return
    openedFor.current = claimedAt
    opening.current = new AbortController()
    void apiPost(`cases/${view.caseId}/open`, {}, { signal: opening.current.signal })
  }, [isPainted, isAnswering, claimedAt, view.caseId])
  useEffect(() => {
    // A withdrawn verdict keeps its note for the next one; a delivered one has used it up.
    if (control.flow.step === 'ready' && view.verdict?.by.id === me.userId) setNote('')
  }, [control.flow.step, view.verdict, me.userId, setNote])

  const canVerdict = view.can.includes('verdict') && control.flow.step === 'ready'
  const openNote = () => {
    setIsNoteOpen(true)
    requestAnimationFrame(() => noteField.current?.focus())
  }
  const openReport = () => {
    if (!canReport && signed === undefined) return false
    setIsReportOpen(true)
    requestAnimationFrame(() => reportField.current?.focus())
  }
  const give = (verdict: Verdict) => {
    if (!canVerdict) return false
    setIsNoteOpen(false)
    // A verdict says by itself that the trace was seen; after it "opened" comes too late and is refused. The effect that
    // sends it may still be pending when the key comes at once.
    openedFor.current = claimedAt
    opening.current?.abort()
    control.send(verdict)
  }
  useShortcuts({
    '1': () => give('act_now'),
    '2': () => give('repeat'),
    '3': () => give('no_emergency'),
    u: () => (control.flow.step === 'sent' ? control.withdraw() : false),
    n: () => (canVerdict ? openNote() : false),
    e: openReport,
    r: () => (holding.isMine ? holding.release() : false),
    c: () => (view.can.includes('claim') && view.claim === null ? holding.claim() : false),
    j: () => (isCardiologist && !holding.isMine ? watch.next.go() : false),
    h: () => (view.can.includes('handOver') ? setIsHandOverOpen(true) : false),
    t: () => {
      const at = view.files.findIndex((file) => file.fileId === (fileId ?? view.files[0]?.fileId))
      const next = view.files[(at + 1) % view.files.length]
      if (!next || view.files.length < 2) return false
      setFileId(next.fileId)
    },
    f: findingKeys.next,
    a: findingKeys.agree,
    escape: () => (isReportOpen ? setIsReportOpen(false) : router.push('/queue')),
    '?': () => setIsHelpOpen(true),
  })

  const showFinding = (finding: FindingView | null) => {
    marks.show(finding === null ? null : { finding })
    // In one column the trace is out of sight when a finding below it is chosen.
    if (finding !== null && window.innerWidth < ONE_COLUMN_BELOW_PX) stage.current?.scrollIntoView({ block: 'start' })
  }

  const isWriting = isReportOpen && (canReport || hasUnsigned(view, draft.structure))
  const rowReading = useRowReading(control.flow, isWriting, watch.next)
  const showNews = (kind: NewsKind) => {
    if (kind === 'add_recording')
      setFileId(view.files.toSorted((a, b) => (a.uploadedAt < b.uploadedAt ? 1 : -1))[0]?.fileId ?? null)
    const place = kind === 'add_recording' ? stage : kind === 'add_clinical' ? card : top
    place.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <div ref={top} className="pb-[calc(var(--dock)+88px)] max-md:pb-[calc(var(--dock)+136px)]">
      <CaseHeader
        view={view}
        leaseUntil={holding.leaseUntil}
        isBusy={holding.isBusy}
        onRelease={holding.release}
        onClass={() => setIsClassOpen(true)}
        onHandOver={() => setIsHandOverOpen(true)}
        onHelp={() => setIsHelpOpen(true)}
      />
      <div className="grid items-start gap-3 py-2.5 md:px-3 lg:grid-cols-[minmax(0,1048px)_minmax(316px,1fr)] lg:grid-rows-[auto_1fr] lg:gap-y-0">
        {/* Beside the trace, never above it: what arrives must not move what is being read. */}
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 empty:hidden max-md:px-3 lg:col-start-2 lg:row-start-1 lg:not-empty:pb-2.5">
          <ReviewBanners
            view={view}
            holding={holding}
            watch={watch}
            myUserId={me.userId}
            note={note}
            onNews={showNews}
            onChanged={changed}
          />
          {holding.failure && <FailureBanner failure={holding.failure} />}
          {findingKeys.failure && <FailureBanner failure={findingKeys.failure} />}
        </div>
        <div ref={stage} className="min-w-0 lg:sticky lg:top-14 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <EcgStage
            view={view}
            fileId={fileId}
            first={{ fileId: initial.files[0]?.fileId, trace: firstTrace }}
            onFile={setFileId}
            onPainted={painted}
            marks={marks}
          />
        </div>
        <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 max-md:px-3 lg:col-start-2 lg:row-start-2">
          {isWriting && (
            <ReportPanel
              view={view}
              userId={me.userId}
              draft={draft}
              canWrite={canReport}
              firstField={reportField}
              shownRecordingId={recordingId}
              onClose={() => setIsReportOpen(false)}
              onChanged={refreshed}
            />
          )}
          {isReportOpen && !isWriting && signed && (
            <SignedReport view={view} report={signed} userId={me.userId} onChanged={refreshed} />
          )}
          <WarningList warnings={view.warnings} />
          {/* Where there is one column, the findings follow the trace. */}
          <div className="contents max-lg:*:order-1">
            <div ref={card}>
              <PatientCard view={view} />
            </div>
          </div>
          {recordingId !== null && (
            <FindingsPanel
              view={view}
              recordingId={recordingId}
              canReview={isCardiologist}
              shownId={findingKeys.shownId}
              onShow={showFinding}
              onReviewed={refresh}
            />
          )}
          <div className="contents max-lg:*:order-1">
            <EarlierAnswers view={view} />
            <CaseCourse events={view.events} />
          </div>
        </aside>
      </div>
      <ReviewBar
        view={view}
        me={me}
        control={control}
        draft={draft}
        watch={watch}
        rowReading={rowReading}
        holding={holding}
        note={note}
        isNoteOpen={isNoteOpen}
        noteField={noteField}
        isReportOpen={isReportOpen}
        onNote={setNote}
        onNoteOpen={(isOpen) => (isOpen ? openNote() : setIsNoteOpen(false))}
        onReport={() => (isReportOpen ? setIsReportOpen(false) : void openReport())}
        onVerdict={give}
      />
      <ClassDialog view={view} isOpen={isClassOpen} onClose={() => setIsClassOpen(false)} onChanged={changed} />
      {isHandOverOpen && (
        <HandOverDialog
          caseId={view.caseId}
          number={view.number}
          holderId={view.claim?.by.id ?? null}
          onClose={() => setIsHandOverOpen(false)}
          onDone={holding.handedOver}
        />
      )}
      <KeyListDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} title={t('keys.title')} list={keyHelp} />
    </div>
  )
}
