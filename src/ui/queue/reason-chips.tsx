'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { CLASS_TONE } from '../cases/words'
import { Chip } from '../kit/chip'
import { type ReasonWords, useClassReasons } from './use-class-reason'

const SHOWN = 2

/** Why the case has its class, the reasons of the class itself first; warnings and a wish to cancel before all. */
export function ReasonChips({ item, isCompact = false }: { readonly item: QueueItem; readonly isCompact?: boolean }) {
  const t = useTranslations('queue.row')
  const reasonWords = useClassReasons()
  const ordered = isCompact ? [] : reasonWords(item.classReasons).toSorted((a, b) => weight(item, b) - weight(item, a))
  const hidden = ordered.length - SHOWN
  return (
    <>
      {item.isCancelRequested && <Chip tone="quality">{t('cancelRequested')}</Chip>}
      {item.hasWarnings && <Chip tone="urgent">{t('warnings')}</Chip>}
      {ordered.slice(0, SHOWN).map((reason) =>
        reason.class === item.class && item.class !== 'ROUTINE' ? (
          <Chip key={reason.text} tone={CLASS_TONE[item.class]}>
            {reason.text}
          </Chip>
        ) : (
          <Chip key={reason.text} isOutlined>
            {reason.text}
          </Chip>
        ),
      )}
      {hidden > 0 && (
        <Chip isOutlined>
          {t('more', { count: hidden })}
          <span className="sr-only">
            :{' '}
            {ordered
              .slice(SHOWN)
              .map(({ text }) => text)
              .join(', ')}
          </span>
        </Chip>
      )}
    </>
  )
}

/** What made the class comes first; of that, what no measured value on the row says already. */
function weight(item: QueueItem, reason: ReasonWords): number {
  return (reason.class === item.class ? 2 : 0) + (reason.source === 'vitals' ? 0 : 1)
}
