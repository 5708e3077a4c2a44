'use client'

import { useTranslations } from 'next-intl'
import type { DutyReader } from '@/cases/api/duty-views'
import { timeOfDay } from '@/i18n/format'
import { type Presence, presenceOf } from './readers'

/** Shape and word, so that it needs no colour: a full disc, a square, an empty ring. */
const DOT: Readonly<Record<Presence, string>> = {
  here: 'rounded-full bg-done',
  away: 'bg-quality',
  gone: 'rounded-full border-2 border-line-strong',
}

/** Whether a reader is there: page open, away by their own word, or not seen since. */
export function PresenceMark({ reader }: { readonly reader: DutyReader }) {
  const t = useTranslations('duty.presence')
  const presence = presenceOf(reader)
  return (
    <span className="inline-flex flex-none items-center gap-1.5 text-12 whitespace-nowrap text-ink-2">
      <span aria-hidden="true" className={`size-2 flex-none ${DOT[presence]}`} />
      {presence === 'gone' && reader.seenAt !== null ? t('goneSince', { time: timeOfDay(reader.seenAt) }) : t(presence)}
    </span>
  )
}
