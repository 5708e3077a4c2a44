'use client'
import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { can } from '@/cases/permissions'
import { CASE_CLASSES } from '@/cases/values'
import { CLASS_TONE } from '../cases/words'
import { Button, ButtonLink } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Mark } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'
import type { Alarm } from '../live/alarm-model'
import { useAlarms } from '../live/alarm-provider'
import { useMe } from '../live/live-provider'
import { useAlarmTitle } from '../live/use-alarm'
import { telHref } from '../queue/tel-href'
import { usePersonLine } from '../queue/use-person-line'

/** More than these would hide the page. */
const LINES = 3

/** Pages whose own top shows a new emergency: there the bar would say it twice. */
const SHOWS_EMERGENCIES = ['/queue', '/review', '/wall']

/** What rings, on whatever page: each alarm with its case, until somebody takes it or closes the message. */
export function AlarmBar() {
  const t = useTranslations('alarm')
  const { alarms, isRinging, itemOf } = useAlarms()
  const { who } = usePersonLine()
  const path = usePathname()
  const newest = alarms[0]
  const newestItem = newest ? itemOf(newest.caseId) : null
  const cause = newest ? t(`short.${newest.cause}`) : ''
  const title = newestItem
    ? t('titleWith', { count: alarms.length, cause, who: who(newestItem) })
    : t('title', { count: alarms.length, cause })
  useAlarmTitle(isRinging && newest ? title : null)

  const isShownHere = SHOWS_EMERGENCIES.some((prefix) => path.startsWith(prefix))
  const shown = alarms.filter(
    ({ cause: its, caseId }) => !(its === 'emergency' && isShownHere) && !path.endsWith(`/${caseId}`),
  )
  // Each keeps a line of its own, the first at the edge of the window: what comes meanwhile lies above it, and no
  // other case slides under the finger.
  const lines = shown.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, LINES)
  return lines
    .toReversed()
    .map((alarm, index) => (
      <AlarmLine key={alarm.caseId} alarm={alarm} more={index === 0 ? shown.length - lines.length : 0} />
    ))
}

function AlarmLine({ alarm, more }: { readonly alarm: Alarm; readonly more: number }) {
  const t = useTranslations('alarm')
  const { isRinging, itemOf, wardOf, dismiss } = useAlarms()
  const { who, name } = usePersonLine()
  const { role } = useMe()
  const item = itemOf(alarm.caseId)
  const ward = item === null ? wardOf(alarm.caseId) : null
  const tone = CLASS_TONE[alarm.class]
  return (
    <section
      role="alert"
      className={classNames(
        TONE_CLASS[tone],
        'flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-t border-tone-line px-3 py-2',
        isRinging ? 'bg-tone text-tone-on' : 'bg-tone-soft text-ink',
      )}
    >
      <Mark tone={tone} size={26} isInverse={isRinging} />
      <p className="min-w-0 flex-1 basis-56 text-16 max-md:text-14">
        <b className={classNames('font-bold', !isRinging && 'text-tone-ink')}>{t(`text.${alarm.cause}`)}</b>
        {item && (
          <span className="block text-13">
            {t('case', { who: who(item), name: name(item), facility: item.facilityName })}
          </span>
        )}
        {ward && (
          <span className="block text-13">
            {ward.person
              ? t('case', { who: who(ward.person), name: name(ward.person), facility: ward.facilityName })
              : ward.facilityName}{' '}
            <a
              href={telHref(ward.facilityPhone)}
              className="inline-block min-h-6 font-semi whitespace-nowrap underline"
            >
              {ward.facilityPhone}
            </a>
          </span>
        )}
      </p>
      {more > 0 && <span className="text-13">{t('more', { count: more })}</span>}
      <ButtonLink href={hrefOf(alarm, can(role, 'queue.read'))} size="lg">
        {t(can(role, 'queue.read') ? 'open' : 'openCase')}
      </ButtonLink>
      <Button size="lg" onClick={() => dismiss((one) => one.caseId === alarm.caseId)}>
        {t('close')}
      </Button>
    </section>
  )
}

/** What calls this person by name comes first, then by class; the newest of each before the others. */
function rankOf({ cause, class: itsClass }: Alarm): number {
  const isByName = cause === 'handed_over' || cause === 'second_reader'
  return (isByName ? 0 : CASE_CLASSES.length) + CASE_CLASSES.indexOf(itsClass)
}

function hrefOf({ caseId, cause }: Alarm, isReader: boolean): Route {
  if (isReader) return `/review/${caseId}` as Route
  // What was never sent is still a form.
  return (cause === 'remind_facility' ? '/cases' : `/cases/${caseId}`) as Route
}
