'use client'
import { useTranslations } from 'next-intl'
import type { FindingView } from '@/cases/api/assessment-views'
import type { CaseView } from '@/cases/api/views'
import { Panel } from '../kit/panel'
import { FindingItem } from './finding-item'
import { sortFindings } from './finding-order'
import { useFindingText } from './use-finding-text'

type Props = {
  readonly view: CaseView
  /** The recording on the screen. */
  readonly recordingId: string
  readonly canReview: boolean
  readonly shownId: string | null
  readonly onShow: (finding: FindingView | null) => void
  readonly onReviewed: () => void
}

/** What software found on this ECG, with its evidence; what it looked for and did not find; what it could not judge. */
export function FindingsPanel({ view, recordingId, canReview, shownId, onShow, onReviewed }: Props) {
  const t = useTranslations('analysis.findings')
  const words = useFindingText()
  const judged = view.findings.find((one) => one.recordingId === recordingId)
  if (!judged)
    return (
      <Panel title={t('title')}>
        <p className="text-12 text-ink-2">{t(isMeasured(view, recordingId) ? 'off' : 'notAnalysed')}</p>
      </Panel>
    )
  const { found, notFound, notEvaluable } = sortFindings(judged.findings)
  return (
    <Panel title={t('title')} aside={t('note')} isFlush>
      {found.length === 0 && <p className="p-3 text-12 text-ink-2">{t('none')}</p>}
      <ul>
        {found.map((finding, index) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            caseId={view.caseId}
            recordingId={recordingId}
            reviews={view.findingReviews.filter(
              (one) => one.recordingId === recordingId && one.findingId === finding.id,
            )}
            canReview={canReview}
            startsOpen={index === 0 || finding.class === 'EMERGENT'}
            isShown={shownId === finding.id}
            onShow={() => onShow(shownId === finding.id ? null : finding)}
            onReviewed={onReviewed}
          />
        ))}
      </ul>
      {notEvaluable.length > 0 && (
        <details className="border-t border-line px-3 py-2 text-12">
          <summary className="cursor-pointer font-medium text-ink-2">
            {t('notEvaluable', { count: notEvaluable.length })}
          </summary>
          <ul className="mt-1 grid gap-0.5 text-ink-2">
            {notEvaluable.map((finding) => (
              <li key={finding.id}>
                {words.title(finding)}
                {finding.limitations.length > 0 && (
                  <span className="text-ink-3">: {finding.limitations.map(words.limitation).join(', ')}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notFound.length > 0 && (
        <details className="border-t border-line px-3 py-2 text-12">
          <summary className="cursor-pointer font-medium text-ink-2">
            {t('notFound', { count: notFound.length })}
          </summary>
          <p className="mt-1 text-ink-2">{notFound.map(words.title).join(' · ')}</p>
        </details>
      )}
    </Panel>
  )
}

/** Measured and not judged: the findings are switched off. */
function isMeasured({ files }: CaseView, recordingId: string): boolean {
  const file = files.find(({ recording }) => recording?.recordingId === recordingId)
  return file?.recording?.assessment?.problem === null
}
