'use client'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { isEnded } from '@/cases/case-state'
import { shortInstant } from '@/i18n/format'
import { Chip } from '../../kit/chip'
import { Clock } from '../../kit/clock'
import { useNow } from '../../live/now'
import { ClassReasons } from '../class-reasons'
import { ClassTag } from '../class-tag'
import { usePatientText } from '../use-patient-text'

/** Who, where it stands, and the clocks that run. Names are never cut. */
export function CaseHeader({ view }: { readonly view: CaseView }) {
  const t = useTranslations('case')
  const cases = useTranslations('cases')
  const text = usePatientText()
  const now = useNow()
  const openedAt = view.events.findLast(({ type }) => type === 'open')?.at ?? null
  const answeredAt = view.verdict?.at ?? view.report?.signedAt ?? null
  const isWaiting = view.submittedAt !== null && answeredAt === null && !isEnded(view.state)
  return (
    <header className="grid gap-2">
      <Link
        href="/cases"
        className="inline-flex min-h-8 items-center gap-1 justify-self-start rounded-2 pr-2 text-ink-2 hover:text-ink max-md:min-h-11"
      >
        <ChevronLeft size={16} aria-hidden="true" />
        {t('back')}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <ClassTag of={view.class} isSolid />
            <span className="text-12 text-ink-2">{view.number}</span>
            {view.isDemo && <Chip tone="quality">{t('demo')}</Chip>}
          </p>
          <h1 className="mt-1.5">{text.name(view.patient)}</h1>
          <p className="text-14 text-ink-2">{view.patient && text.details(view.patient)}</p>
          <p className="mt-1 font-semi">{cases(`state.${view.state}`)}</p>
          <p className="text-12 text-ink-2">
            {view.submittedAt && t('sent', { time: shortInstant(view.submittedAt, now), name: view.sentBy.name })}
            {view.centre && ` ${t('toCentre', { centre: view.centre.name })}`}
          </p>
        </div>
        {isWaiting && view.submittedAt && (
          <div className="flex gap-6">
            <Clock
              since={view.submittedAt}
              dueAt={view.openDueAt}
              stoppedAt={openedAt}
              label={t('waitOpen')}
              size="lg"
              className="w-36"
            />
            <Clock
              since={view.submittedAt}
              dueAt={view.answerDueAt}
              label={t('waitAnswer')}
              size="lg"
              className="w-36"
            />
          </div>
        )}
      </div>
      <div className={answeredAt === null ? undefined : 'max-md:hidden'}>
        <ClassReasons of={view.class} reasons={view.classReasons} />
      </div>
    </header>
  )
}
