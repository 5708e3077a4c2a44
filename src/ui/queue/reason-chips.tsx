'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { CLASS_TONE } from '../cases/words'
import { Chip } from '../kit/chip'
import { useClassReason } from './use-class-reason'

const SHOWN = 2

/** Why the case has its class, the reasons of the class itself first; warnings and a wish to cancel before all. */
export function ReasonChips({ item, isCompact = false }: { readonly item: QueueItem; readonly isCompact?: boolean }) {
  const t = useTranslations('queue.row')
  const reasonWords = useClassReason()
  const ordered = isCompact ? [] : item.classReasons.toSorted((a, b) => weight(item, b) - weight(item, a))
  const hidden = ordered.length - SHOWN
  return (
    <>
      {item.isCancelRequested && <Chip tone="quality">{t('cancelRequested')}</Chip>}
      {item.hasWarnings && <Chip tone="urgent">{t('warnings')}</Chip>}
      {ordered.slice(0, SHOWN).map((reason) =>
        reason.class === item.class && item.class !== 'ROUTINE' ? (
          <Chip key={reason.code} tone={CLASS_TONE[item.class]}>
            {reasonWords(reason)}
          </Chip>
        ) : (
          <Chip key={reason.code} isOutlined>
            {reasonWords(reason)}
          </Chip>
        ),
      )}
      {hidden > 0 && (
        <Chip isOutlined>
          {t('more', { count: hidden })}
          <span className="sr-only">: {ordered.slice(SHOWN).map(reasonWords).join(', ')}</span>
        </Chip>
      )}
    </>
  )
}

/** What made the class comes first; of that, what no measured value on the row says already. */
function weight(item: QueueItem, reason: QueueItem['classReasons'][number]): number {
  return (reason.class === item.class ? 2 : 0) + (reason.source === 'vitals' ? 0 : 1)
}
