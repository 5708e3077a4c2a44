'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shortInstant } from '@/i18n/format'
import { IconButton } from '../../kit/button'
import { useNow } from '../../live/now'
import { useCaliperText } from './use-caliper-text'
import type { ShownCaliper } from './use-calipers'

type Props = {
  readonly calipers: readonly Omit<ShownCaliper, 'isMine'>[]
  /** Without it nothing can be taken away: what was signed. */
  readonly onRemove?: (caliperId: string) => void
  readonly canRemove?: (caliperId: string) => boolean
}

/** What was measured by hand, in words: value, error, lead, who and when. */
export function CaliperList({ calipers, onRemove, canRemove }: Props) {
  const t = useTranslations('trace.caliper')
  const text = useCaliperText()
  const now = useNow()
  if (calipers.length === 0) return null
  return (
    <ul aria-label={t('list')} className="flex flex-wrap gap-1">
      {calipers.map(({ caliperId, caliper, by, at }) => (
        <li
          key={caliperId}
          className="flex min-h-8 min-w-0 items-center gap-2 rounded-2 border border-line bg-surface pl-2.5 text-12 max-md:min-h-11"
        >
          <span className="min-w-0 py-1">
            <b className="font-semi">{text.name(caliper)}</b> {text.long(caliper)}
            <span className="text-ink-3">
              {caliper.lead && ` · ${caliper.lead}`}
              {caliper.picture && ` · ${t('onPicture', { page: caliper.picture.page })}`}
              {by && ` · ${by.name}`}
              {at && ` · ${shortInstant(at, now)}`}
            </span>
          </span>
          {onRemove && canRemove?.(caliperId) ? (
            <IconButton label={t('remove', { what: text.short(caliper) })} onClick={() => onRemove(caliperId)}>
              <X size={14} aria-hidden />
            </IconButton>
          ) : (
            <span className="w-1" />
          )}
        </li>
      ))}
    </ul>
  )
}
