'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { CaseListItem } from '@/cases/api/views'
import { VERDICT_TONE } from '../cases/words'
import { buttonLook } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Clock } from '../kit/clock'
import { Mark } from '../kit/mark'
import { TONE_CLASS, type Tone } from '../kit/tone'
import { useAlarmTitle, useRinging } from '../live/use-alarm'
import { useAnswers } from './answers'
import { heardMarks, isHeard, subscribeHeard } from './heard'

/** The alarm of a facility: the most urgent answer that nobody has confirmed. Rings until somebody has opened it. */
export function AnswerBar() {
  const t = useTranslations('shell.answer')
  const { answers } = useAnswers()
  const path = usePathname()
  const marks = useSyncExternalStore(subscribeHeard, heardMarks, () => '')
  const unheard = answers.filter((item) => !isHeard(marks, item.caseId, answerAtOf(item)))
  const [first] = [...(unheard.length > 0 ? unheard : answers)].toSorted(byUrgency)
  const who = first ? (first.patientName ?? t('unnamed')) : ''
  useRinging(unheard.length > 0, unheard.some(({ verdict }) => verdict === 'act_now') ? 'emergency' : 'answer')
  useAlarmTitle(unheard.length > 0 ? t('title', { count: unheard.length, who }) : null)
  const others = answers.filter(({ caseId }) => path !== `/cases/${caseId}`)
  const shown = first && path === `/cases/${first.caseId}` ? others.toSorted(byUrgency)[0] : first
  if (!shown) return null
  return <Bar item={shown} more={others.length - 1} isRinging={unheard.includes(shown)} />
}

function Bar({
  item,
  more,
  isRinging,
}: {
  readonly item: CaseListItem
  readonly more: number
  readonly isRinging: boolean
}) {
  const t = useTranslations('shell.answer')
  const verdict = useTranslations('cases.verdict')
  const common = useTranslations('common')
  const tone: Tone = item.verdict ? VERDICT_TONE[item.verdict] : 'routine'
  const age = item.ageYears === null ? '' : ` ${item.ageYears}`
  return (
    <section
      role="alert"
      className={classNames(
        TONE_CLASS[tone],
        'flex min-h-14 items-center gap-x-3 border-t border-tone-line px-3 py-2 md:gap-x-4',
        // Once somebody has seen it, it goes quiet; it stays until it is confirmed.
        isRinging ? 'bg-tone text-tone-on' : 'bg-tone-soft text-ink',
      )}
    >
      <span className={isRinging ? 'animate-alarm motion-reduce:animate-none' : ''}>
        <Mark tone={tone} size={26} isInverse={isRinging} />
      </span>
      <p className="min-w-0 flex-1 text-16 max-md:text-14">
        <b className={classNames('font-bold', !isRinging && 'text-tone-ink')}>
          {item.verdict ? verdict(item.verdict) : t('report')}
        </b>
        <span className="max-md:block max-md:text-13">
          <span className="max-md:hidden"> · </span>
          {item.patientName ?? t('unnamed')}, {common(`sexShort.${item.sex}`)}
          {age}
          {more > 0 && <span className="ml-2">({t('more', { count: more })})</span>}
        </span>
      </p>
      <span className="rounded-2 bg-surface px-2.5 py-1.5 text-ink max-md:hidden">
        <Clock since={answerAtOf(item)} dueAt={item.acknowledgeDueAt} size="sm" />
      </span>
      <Link
        href={`/cases/${item.caseId}`}
        className={classNames(buttonLook({ size: 'lg' }), 'shrink-0 max-md:max-w-28 max-md:px-2 max-md:text-14!')}
      >
        {t('open')}
      </Link>
    </section>
  )
}

function answerAtOf(item: CaseListItem): string {
  return item.answeredAt ?? item.submittedAt ?? item.createdAt
}

const ORDER = ['act_now', 'repeat', 'no_emergency'] as const

function byUrgency(a: CaseListItem, b: CaseListItem): number {
  const rank = ({ verdict }: CaseListItem) => (verdict === null ? ORDER.length : ORDER.indexOf(verdict))
  return rank(a) - rank(b) || answerAtOf(a).localeCompare(answerAtOf(b))
}
