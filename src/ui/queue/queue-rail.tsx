'use client'

import { Phone } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { UnconfirmedItem, UnsentItem } from '@/cases/api/views'
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

type Props = { readonly unconfirmed: readonly UnconfirmedItem[]; readonly unsent: readonly UnsentItem[] }

/** Beside the queue: ECGs that nobody sends, answers that nobody confirmed yet, and what the marks mean. */
export function QueueRail({ unconfirmed, unsent }: Props) {
  const t = useTranslations('queue.unconfirmed')
  return (
    <aside className="grid content-start gap-3">
      {unsent.length > 0 && <UnsentPanel unsent={unsent} />}
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
      {item.escalation !== null && (
        <p className="font-medium text-emergent-ink">{t('callWard', { time: timeOfDay(item.escalation.at) })}</p>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-3 gap-y-1.5">
        <Clock since={item.answeredAt} dueAt={item.acknowledgeDueAt} size="sm" className="flex-[1_0_auto]" />
        <CallLink facility={item.facilityName} phone={item.facilityPhone} isCalledFor={item.escalation !== null} />
      </div>
    </li>
  )
}

/** Measured and not sent: nothing of the person is known here, so the facility is called. */
function UnsentPanel({ unsent }: Pick<Props, 'unsent'>) {
  const t = useTranslations('queue.unsent')
  const tClass = useTranslations('common.class')
  return (
    <Panel title={t('title')} aside={<Chip tone="emergent">{unsent.length}</Chip>} isFlush>
      <ul>
        {unsent.map((item) => (
          <li key={item.caseId} className="grid gap-1.5 border-t border-line px-3 py-2.5 first:border-t-0">
            <div className="flex items-start justify-between gap-2">
              <Tag tone={CLASS_TONE[item.class]}>{tClass(item.class)}</Tag>
              <span className="text-12 text-ink-2">{t('since', { time: timeOfDay(item.createdAt) })}</span>
            </div>
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
              <b className="min-w-0">{item.facilityName}</b>
              <CallLink facility={item.facilityName} phone={item.facilityPhone} isCalledFor />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type CallProps = { readonly facility: string; readonly phone: string; readonly isCalledFor: boolean }

function CallLink({ facility, phone, isCalledFor }: CallProps) {
  const t = useTranslations('queue.unconfirmed')
  return (
    <a
      className={buttonLook({ size: 'sm', tone: isCalledFor ? 'danger' : 'plain' })}
      href={telHref(phone)}
      title={t('call', { facility })}
    >
      <Phone size={14} aria-hidden="true" />
      {phone}
    </a>
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
