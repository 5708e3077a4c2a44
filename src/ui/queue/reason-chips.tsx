'use client'

import { BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { timeOfDay } from '@/i18n/format'
import { CLASS_TONE } from '../cases/words'
import { Chip } from '../kit/chip'
import { type ReasonWords, useClassReasons } from './use-class-reason'

const SHOWN = 2

/** What is special about a case, then why it has its class. `isCompact` leaves the reasons to the line itself. */
export function ReasonChips({ item, isCompact = false }: { readonly item: QueueItem; readonly isCompact?: boolean }) {
  const isSpecial = item.escalation !== null || item.isFromNeighbour || item.isCancelRequested || item.hasWarnings
  return (
    <>
      {isSpecial && <SpecialChips item={item} />}
      {!isCompact && <ClassChips item={item} />}
    </>
  )
}

function SpecialChips({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.row')
  return (
    <>
      <EscalationChip item={item} />
      {item.isFromNeighbour && <Chip tone="quality">{t('fromNeighbour')}</Chip>}
      {item.isCancelRequested && <Chip tone="quality">{t('cancelRequested')}</Chip>}
      {item.hasWarnings && <Chip tone="urgent">{t('warnings')}</Chip>}
    </>
  )
}

/** The reasons of the class itself first. */
function ClassChips({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.row')
  const reasonWords = useClassReasons()
  const ordered = reasonWords(item.classReasons).toSorted((a, b) => weight(item, b) - weight(item, a))
  const hidden = ordered.length - SHOWN
  return (
    <>
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
