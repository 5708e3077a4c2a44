'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FindingView } from '@/cases/api/assessment-views'
import type { CaseView } from '@/cases/api/views'
import type { ReportSetting } from '@/cases/report/report-problems'
import { statementText } from '@/cases/report/report-text'
import type { ReportStatement } from '@/cases/report/structure'
import { suggestedBy, toReview } from '@/cases/report/suggestions'
import { reviewFinding } from '../../analysis/review-finding'
import { useFindingText } from '../../analysis/use-finding-text'
import type { ApiFailure } from '../../api/client'
import { Button } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { Input } from '../../kit/field'

type Props = {
  readonly view: CaseView
  readonly recordingId: string | null
  readonly setting: ReportSetting
  readonly onAgree: (statement: ReportStatement) => void
  readonly onReviewed: () => void
}

/** The next ones come when these are answered: the report stays in sight. */
const AT_ONCE = 2

/** What the findings would say: taken over with one press, or refused with a reason. Each word is kept. */
export function Suggestions({ view, recordingId, setting, onAgree, onReviewed }: Props) {
  const t = useTranslations('report.editor')
  const open = toReview(setting.findings).flatMap((finding) => {
    const statement = suggestedBy(finding)
    return statement && !setting.reviewed.includes(finding.id) ? [{ finding, statement }] : []
  })
  if (open.length === 0 || recordingId === null) return null
  return (
    <section aria-label={t('suggestions')} className="grid gap-1">
      <h3 className="text-12 font-medium text-ink-2">{t('suggestions')}</h3>
      <ul className="grid rounded-2 border border-line">
        {open.slice(0, AT_ONCE).map(({ finding, statement }) => (
          <Suggestion
            key={finding.id}
            caseId={view.caseId}
            recordingId={recordingId}
            finding={finding}
            statement={statement}
            onAgree={onAgree}
            onReviewed={onReviewed}
          />
        ))}
      </ul>
      {open.length > AT_ONCE && <p className="text-12 text-ink-2">{t('more', { count: open.length - AT_ONCE })}</p>}
    </section>
  )
}

function Suggestion({
  caseId,
  recordingId,
  finding,
  statement,
  onAgree,
  onReviewed,
}: {
  readonly caseId: string
  readonly recordingId: string
  readonly finding: FindingView
  readonly statement: ReportStatement
  readonly onAgree: (statement: ReportStatement) => void
  readonly onReviewed: () => void
}) {
  const t = useTranslations('report.editor')
  const words = useFindingText()
  const [reason, setReason] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const send = async (isAgreed: boolean) => {
    setIsBusy(true)
    const said = { recordingId, findingId: finding.id, isAgreed, ...(isAgreed ? {} : { reason: reason ?? '' }) }
    const answer = await reviewFinding(caseId, said)
    setIsBusy(false)
    setFailure(answer.ok ? null : answer)
    if (!answer.ok) return
    if (isAgreed) onAgree(statement)
    onReviewed()
  }
  return (
    <li className="grid gap-1.5 border-line px-3 py-2 not-first:border-t">
      <p>
        <b className="font-medium">{statementText(statement)}</b>
        <span className="block text-12 text-ink-2">{t('foundAs', { finding: words.title(finding) })}</span>
      </p>
      <span className="flex gap-1.5">
        <Button size="sm" isBusy={isBusy} onClick={() => void send(true)}>
          {t('agree')}
        </Button>
        <Button size="sm" aria-expanded={reason !== null} onClick={() => setReason(reason === null ? '' : null)}>
          {t('disagree')}
        </Button>
      </span>
      {reason !== null && (
        <form
          className="flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void send(false)
          }}
        >
          <Input
            aria-label={t('why')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" disabled={reason.trim() === ''} isBusy={isBusy}>
            {t('keepReason')}
          </Button>
        </form>
      )}
      {failure && <FailureBanner failure={failure} />}
    </li>
  )
}
