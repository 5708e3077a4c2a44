'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import type { FindingView } from '@/cases/api/assessment-views'
import type { CaseView } from '@/cases/api/views'
import { CLASS_TONE } from '../cases/words'
import { Button } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Mark } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'
import { evidenceGroups } from './evidence-groups'
import { EvidenceList } from './evidence-list'
import { FindingReview } from './finding-review'
import { useFindingText } from './use-finding-text'

type Props = {
  readonly finding: FindingView
  readonly caseId: string
  readonly recordingId: string
  readonly reviews: CaseView['findingReviews']
  readonly canReview: boolean
  readonly startsOpen: boolean
  readonly isShown: boolean
  readonly onShow: () => void
  readonly onReviewed: () => void
}

/** One finding: what and how sure; opened, on which numbers, by which rule, and what people say of it. */
export function FindingItem({ finding, startsOpen, isShown, onShow, ...review }: Props) {
  const t = useTranslations('analysis.findings')
  const words = useFindingText()
  const [isOpen, setIsOpen] = useState(startsOpen)
  const bodyId = useId()
  useEffect(() => {
    if (isShown) setIsOpen(true)
  }, [isShown])
  const tone = CLASS_TONE[finding.class ?? 'ROUTINE']
  const text = words.text(finding)
  return (
    <li
      id={findingItemId(finding.id)}
      className={classNames(
        TONE_CLASS[tone],
        'scroll-mt-24 scroll-mb-28 border-line not-first:border-t',
        isShown && 'shadow-[inset_3px_0_0_var(--caliper)]',
      )}
    >
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setIsOpen(!isOpen)}
          className="grid w-full cursor-pointer grid-cols-[18px_minmax(0,1fr)_auto_16px] items-center gap-x-2 px-3 py-2 text-left font-regular hover:bg-surface-2 max-md:min-h-11"
        >
          <Mark tone={tone} />
          <b className="font-semi">{words.title(finding)}</b>
          <span className="text-11 text-ink-3">
            {finding.status === 'borderline' ? t('borderline') : t(`confidence.${finding.confidence}`)}
          </span>
          <ChevronDown size={16} aria-hidden className={classNames('text-ink-3', isOpen && 'rotate-180')} />
        </button>
      </h3>
      <div id={bodyId} hidden={!isOpen} className="px-3 pb-3 pl-[38px]">
        {isOpen && (
          <div className="grid gap-2">
            {text && <p className="text-12 text-ink-2">{text}</p>}
            <Evidence finding={finding} />
            <div className="flex flex-wrap items-center gap-1.5">
              {canShow(finding) && (
                <Button size="sm" aria-pressed={isShown} onClick={onShow}>
                  {t(isShown ? 'hide' : 'show')}
                </Button>
              )}
              <FindingReview findingId={finding.id} hasKey={isShown} {...review} />
            </div>
          </div>
        )}
      </div>
    </li>
  )
}

/** Where a finding stands in the panel. */
export function findingItemId(findingId: string): string {
  return `finding-${findingId}`
}

/** A finding of the whole strip has no place of its own on the trace. */
function canShow({ segment }: FindingView): boolean {
  return segment !== 'strip' && segment !== 'rr'
}

function Evidence({ finding }: { readonly finding: FindingView }) {
  const t = useTranslations('analysis.findings')
  const words = useFindingText()
  const { shown, folded } = evidenceGroups(finding.evidence)
  return (
    <>
      <EvidenceList groups={shown} />
      {finding.limitations.length > 0 && (
        <p className="text-12 text-ink-3">{finding.limitations.map(words.limitation).join('. ')}</p>
      )}
      <details className="text-12 text-ink-3 open:grid open:gap-1.5">
        <summary className="w-fit cursor-pointer marker:text-ink-3 max-md:min-h-6">
          {t('more', { id: finding.id })}
        </summary>
        <EvidenceList groups={folded} />
        <p className="text-11">
          {finding.source} · {t('rule', { id: finding.id, version: finding.version })}
        </p>
      </details>
    </>
  )
}
