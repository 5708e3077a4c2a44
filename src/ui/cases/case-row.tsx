'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseListItem } from '@/cases/api/views'
import { isEnded } from '@/cases/case-state'
import { shortInstant } from '@/i18n/format'
import { Chip } from '../kit/chip'
import { classNames } from '../kit/class-names'
import { Clock } from '../kit/clock'
import { Tag } from '../kit/mark'
import { TONE_CLASS, type Tone } from '../kit/tone'
import { useNow } from '../live/now'
import { isAwaitingNurse } from './awaiting-nurse'
import { ClassTag } from './class-tag'
import { facilityCallOf } from './escalation-notice'
import { usePatientText } from './use-patient-text'
import { CLASS_TONE, VERDICT_TONE } from './words'

/** One case in a list: mark and clock, person, where it stands in words. The whole row is the link. */
export function CaseRow({ item, href }: { readonly item: CaseListItem; readonly href: Route }) {
  const t = useTranslations('cases')
  const text = usePatientText()
  const now = useNow()
  const tone = toneOf(item)
  const isLoud = isAwaitingNurse(item)
  const call = facilityCallOf(item.escalation)
  return (
    <li
      className={classNames(
        tone && TONE_CLASS[tone],
        'relative grid items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2.5 pl-4 last:border-b-0 md:min-h-14 md:grid-cols-[150px_minmax(0,1fr)_minmax(0,260px)_96px]',
        'before:absolute before:inset-y-0 before:left-0 before:w-[5px]',
        isLoud ? 'bg-tone-soft before:bg-tone' : 'bg-surface hover:bg-surface-2',
        !isLoud && tone && 'before:bg-tone-line',
      )}
    >
      <div className="flex items-center gap-3 md:grid md:gap-1.5">
        <RowMark item={item} />
      </div>
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link href={href} className="min-w-0 text-14 font-semi after:absolute after:inset-0 hover:underline">
            {item.patientName ?? (item.state === 'DRAFT' ? t('noName') : text.unknownName(item.sex))}
          </Link>
          {item.state !== 'DRAFT' && <span className="font-medium">{text.sexAndAge(item.sex, item.ageYears)}</span>}
          <span className="text-12 text-ink-2">{item.number}</span>
        </p>
        <p className="flex flex-wrap gap-x-2 gap-y-1 text-12 text-ink-2">
          {item.pinflMasked && <span>{t('patient.pinfl', { masked: item.pinflMasked })}</span>}
          {item.hasWarnings && <Chip tone="urgent">{t('warnings')}</Chip>}
          {item.isDemo && <Chip isOutlined>{t('demo')}</Chip>}
        </p>
      </div>
      <div className="min-w-0">
        <p className={isLoud ? 'font-semi' : 'font-medium'}>{t(`state.${item.state}`)}</p>
        <p className="text-12 text-ink-2">{noteOf(item, t)}</p>
        {call !== null && !isLoud && <p className="font-semi text-emergent-ink">{t(`escalation.${call}`)}</p>}
      </div>
      <p className="text-12 whitespace-nowrap text-ink-2 max-md:hidden md:text-right">
        {shortInstant(item.endedAt ?? item.answeredAt ?? item.submittedAt ?? item.createdAt, now)}
      </p>
    </li>
  )
}

/** What the eye looks for first: verdict or class, and the clock that runs. */
function RowMark({ item }: { readonly item: CaseListItem }): ReactNode {
  const t = useTranslations('cases')
  if (isAwaitingNurse(item)) {
    const since = item.answeredAt ?? item.submittedAt ?? item.createdAt
    return (
      <>
        {item.verdict ? (
          <Tag tone={VERDICT_TONE[item.verdict]}>{t(`verdict.${item.verdict}`)}</Tag>
        ) : (
          <ClassTag of={item.class} />
        )}
        <Clock since={since} dueAt={item.acknowledgeDueAt} />
      </>
    )
  }
  if (item.state === 'DRAFT') return <span className="font-medium text-ink-2">{t('state.DRAFT')}</span>
  if (item.state === 'CANCELLED') return <span className="font-medium text-ink-2">{t('state.CANCELLED')}</span>
  if (item.state === 'CLOSED') return <Tag tone="done">{t('state.CLOSED')}</Tag>
  if (item.answeredAt !== null && item.verdict)
    return <Tag tone={VERDICT_TONE[item.verdict]}>{t(`verdict.${item.verdict}`)}</Tag>
  return (
    <>
      <ClassTag of={item.class} />
      {item.submittedAt && <Clock since={item.submittedAt} dueAt={item.answerDueAt} stoppedAt={item.answeredAt} />}
    </>
  )
}

function toneOf(item: CaseListItem): Tone | null {
  if (item.state === 'DRAFT' || isEnded(item.state)) return null
  if (isAwaitingNurse(item) && item.verdict) return VERDICT_TONE[item.verdict]
  return CLASS_TONE[item.class]
}

type Text = ReturnType<typeof useTranslations<'cases'>>

function noteOf(item: CaseListItem, t: Text): string {
  if (item.outcome) return t(`outcome.${item.outcome}`)
  const isRead = item.state === 'CLAIMED' || item.state === 'IN_REVIEW'
  if (isRead && item.readerName) return t('readBy', { name: item.readerName })
  if (item.answeredAt !== null && !item.reportSigned && item.state !== 'RETURNED_FOR_REPEAT') return t('preliminary')
  return ''
}
