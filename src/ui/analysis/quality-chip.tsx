'use client'
import { useTranslations } from 'next-intl'
import type { AssessmentView } from '@/cases/api/assessment-views'
import { Chip } from '../kit/chip'

/** For the reader, beside the trace: how good the recording is, and which leads not to trust. */
export function QualityChip({ assessment }: { readonly assessment: AssessmentView }) {
  const t = useTranslations('analysis.quality')
  const tSwap = useTranslations('analysis.swap')
  const { quality, swap } = assessment
  if (!quality) return <Chip isOutlined>{t('notMeasured')}</Chip>
  const notes = quality.notes.filter((note) => note.severity !== 'info')
  if (notes.length === 0 && !swap) return <Chip tone="done">{t('good')}</Chip>
  const words = [
    ...(swap ? [tSwap('title', { what: tSwap(`kind.${swap.kind}`, { leads: swap.leads.join(', ') }) })] : []),
    ...notes.map((note) => t(`reason.${note.reason}`, { leads: note.leads.join(', ') })),
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
