'use client'
import { useTranslations } from 'next-intl'
import type { FindingView } from '@/cases/api/assessment-views'
import type { CaseView } from '@/cases/api/views'
import { CLASS_TONE } from '../cases/words'
import { Button } from '../kit/button'
import { Mark } from '../kit/mark'
import { EvidenceList } from './evidence-list'
import { FindingReview } from './finding-review'
import { useFindingText } from './use-finding-text'

type Props = {
  readonly finding: FindingView
  readonly caseId: string
  readonly recordingId: string
  readonly reviews: CaseView['findingReviews']
  readonly canReview: boolean
  readonly isShown: boolean
  readonly onShow: () => void
  readonly onReviewed: () => void
}

/** One finding: what, how sure, on which numbers, by which rule; and what people say of it. */
export function FindingItem({ finding, isShown, onShow, ...review }: Props) {
  const t = useTranslations('analysis.findings')
  const words = useFindingText()
  const tone = CLASS_TONE[finding.class ?? 'ROUTINE']
  const text = words.text(finding)
  const canShow = finding.segment !== 'strip' && finding.segment !== 'rr'
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-2 border-line p-3 not-first:border-t">
      <Mark tone={tone} />
      <div className="grid min-w-0 gap-1.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <b className="font-semi">{words.title(finding)}</b>
          <span className="text-11 text-ink-3">
            {finding.status === 'borderline' ? t('borderline') : t(`confidence.${finding.confidence}`)}
          </span>
        </p>
        {text && <p className="text-12 text-ink-2">{text}</p>}
        <EvidenceList evidence={finding.evidence} />
        {finding.limitations.length > 0 && (
          <p className="text-12 text-ink-3">{finding.limitations.map(words.limitation).join('. ')}</p>
        )}
        <p className="text-11 text-ink-3">
          {finding.source} · {t('rule', { id: finding.id, version: finding.version })}
        </p>
        <div className="flex flex-wrap items-center gap-1.5">
          {canShow && (
            <Button size="sm" aria-pressed={isShown} onClick={onShow}>
              {t(isShown ? 'hide' : 'show')}
            </Button>
          )}
          <FindingReview findingId={finding.id} {...review} />
        </div>
      </div>
    </li>
  )
}
