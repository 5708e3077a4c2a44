'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CaseEventView } from '@/cases/api/views'
import { Timeline } from '../cases/case/timeline'

/** Everything that happened to the case, folded: the reader needs it now and then. */
export function CaseCourse({ events }: { readonly events: readonly CaseEventView[] }) {
  const t = useTranslations('review.card')
  return (
    <details className="group rounded-3 border border-line bg-surface">
      <summary className="flex min-h-9 list-none items-center justify-between gap-2 rounded-3 px-3 max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <h2>{t('events')}</h2>
        <ChevronDown size={16} aria-hidden="true" className="text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="border-t border-line p-3">
        <Timeline events={events} />
      </div>
    </details>
  )
}
