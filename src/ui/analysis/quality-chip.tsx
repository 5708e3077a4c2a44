'use client'
import { useTranslations } from 'next-intl'
import type { AssessmentView } from '@/cases/api/assessment-views'
import { Chip } from '../kit/chip'
import { useReasonText } from './use-reason-text'

/** Nothing to say against it: a short word is enough. */
export function isGood({ quality, swap }: AssessmentView): boolean {
  return quality !== null && swap === null && quality.notes.every((note) => note.severity === 'info')
}

/** For the reader, beside the trace: how good the recording is, and which leads not to trust. */
export function QualityChip({ assessment }: { readonly assessment: AssessmentView }) {
  const t = useTranslations('analysis.quality')
  const tSwap = useTranslations('analysis.swap')
  const reasonText = useReasonText()
  const { quality, swap } = assessment
  if (!quality) return <Chip isOutlined>{t('notMeasured')}</Chip>
  const notes = quality.notes.filter((note) => note.severity !== 'info')
  if (isGood(assessment)) return <Chip tone="done">{t('good')}</Chip>
  const words = [
    ...(swap ? [tSwap('title', { what: tSwap(`kind.${swap.kind}`, { leads: swap.leads.join(', ') }) })] : []),
    ...notes.map(reasonText),
  ]
  return (
    <>
      {words.map((text) => (
        <Chip key={text} tone="quality">
          {text}
        </Chip>
      ))}
    </>
  )
}
