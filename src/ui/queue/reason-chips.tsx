'use client'

import { BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { timeOfDay } from '@/i18n/format'
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
      <EscalationChip item={item} />
      {item.isFromNeighbour && <Chip tone="quality">{t('fromNeighbour')}</Chip>}
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

/** Who was called already, and when: the newest rung of the ladder. */
function EscalationChip({ item: { escalation } }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.escalation')
  if (escalation === null) return null
  return (
    <Chip tone={escalation.action === 'breach' ? 'emergent' : 'urgent'}>
      <BellRing size={13} aria-hidden="true" />
      {t(escalation.action, { time: timeOfDay(escalation.at) })}
    </Chip>
  )
}

/** What made the class comes first; of that, what no measured value on the row says already. */
function weight(item: QueueItem, reason: ReasonWords): number {
  return (reason.class === item.class ? 2 : 0) + (reason.source === 'vitals' ? 0 : 1)
}
