'use client'

import { Phone } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { UnconfirmedItem } from '@/cases/api/views'
import { TARGET_MINUTES } from '@/cases/deadlines'
import { CASE_CLASSES } from '@/cases/values'
import { timeOfDay } from '@/i18n/format'
import { CLASS_TONE, VERDICT_TONE } from '../cases/words'
import { buttonLook } from '../kit/button'
import { Chip } from '../kit/chip'
import { Clock } from '../kit/clock'
import { Tag } from '../kit/mark'
import { Panel } from '../kit/panel'
import { telHref } from './tel-href'
import { usePersonLine } from './use-person-line'
import { useTargetWords } from './use-target-words'

/** Beside the queue: answers that nobody confirmed yet, and what the marks mean. */
export function QueueRail({ unconfirmed }: { readonly unconfirmed: readonly UnconfirmedItem[] }) {
  const t = useTranslations('queue.unconfirmed')
  return (
    <aside className="grid content-start gap-3">
      <Panel title={t('title')} aside={<Chip>{unconfirmed.length}</Chip>} isFlush>
        {unconfirmed.length === 0 ? (
          <p className="p-3 text-ink-2">{t('none')}</p>
        ) : (
          <ul>
            {unconfirmed.map((item) => (
              <Unconfirmed key={item.caseId} item={item} />
            ))}
          </ul>
        )}
      </Panel>
      <Legend />
    </aside>
  )
}

function Unconfirmed({ item }: { readonly item: UnconfirmedItem }) {
  const t = useTranslations('queue.unconfirmed')
  const tVerdict = useTranslations('cases.verdict')
  const { who, name } = usePersonLine()
  const tone = item.verdict === null ? 'done' : VERDICT_TONE[item.verdict]
  return (
    <li className="grid gap-1.5 border-t border-line px-3 py-2.5 first:border-t-0">
      <div className="flex items-start justify-between gap-2">
        <Tag tone={tone}>{item.verdict === null ? t('report') : tVerdict(item.verdict)}</Tag>
        <span className="text-12 text-ink-2">{t('answeredAt', { time: timeOfDay(item.answeredAt) })}</span>
      </div>
      <Link href={`/review/${item.caseId}`} className="font-medium text-ink hover:underline">
        {who(item)} {name(item)} · {item.facilityName}
      </Link>
      <div className="flex flex-wrap items-end justify-between gap-x-3 gap-y-1.5">
        <Clock since={item.answeredAt} dueAt={item.acknowledgeDueAt} size="sm" className="flex-[1_0_auto]" />
        <a
          className={buttonLook({ size: 'sm' })}
          href={telHref(item.facilityPhone)}
          title={t('call', { facility: item.facilityName })}
        >
          <Phone size={14} aria-hidden="true" />
          {item.facilityPhone}
        </a>
      </div>
    </li>
  )
}

function Legend() {
  const t = useTranslations('queue.legend')
  const tClass = useTranslations('common.class')
  const targetWords = useTargetWords()
  return (
    <Panel title={t('title')}>
      <dl className="grid gap-2.5">
        {CASE_CLASSES.map((itsClass) => (
          <div key={itsClass} className="grid gap-0.5">
            <dt>
              <Tag tone={CLASS_TONE[itsClass]}>{tClass(itsClass)}</Tag>
            </dt>
            <dd className="pl-6 text-12 text-ink-2">
              {t('open', {
                open: targetWords(TARGET_MINUTES[itsClass].open),
                answer: targetWords(TARGET_MINUTES[itsClass].answer),
              })}
              {', '}
              {t('confirm', { time: targetWords(TARGET_MINUTES[itsClass].acknowledge) })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-12 text-ink-3">{t('overdue')}</p>
    </Panel>
  )
}
