'use client'
import { useTranslations } from 'next-intl'
import { dayAndTime, dayOf, isoDayOf } from '@/i18n/format'
import { Field, Input, Select } from '../../kit/field'
import { useServerClock } from '../../live/now'
import type { FieldProblem } from './clinical-input'
import { instantOf } from './clinical-input'
import { useProblemText } from './problem-text'

const DAY_MS = 86_400_000
const DAYS_BACK = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** A time of the last seven days on the 24-hour clock, whatever the browser's own fields look like. */
export function TimeAndDay({
  label,
  time,
  day,
  onChange,
  problem,
  isDisabled = false,
}: {
  readonly label: string
  readonly time: string
  readonly day: string
  readonly onChange: (time: string, day: string) => void
  readonly problem: FieldProblem | undefined
  readonly isDisabled?: boolean
}) {
  const t = useTranslations('newCase.time')
  const clock = useServerClock()
  const error = useProblemText()
  const now = clock.now()
  const instant = isDisabled ? null : instantOf(time, day, now)
  return (
    <Field
      label={label}
      error={isDisabled ? undefined : error(problem)}
      hint={instant ? t('is', { instant: dayAndTime(instant) }) : undefined}
    >
      {(control) => (
        <span className="grid grid-cols-[110px_minmax(0,1fr)] gap-1.5">
          <Input
            {...control}
            size="lg"
            inputMode="numeric"
            placeholder={t('placeholder')}
            maxLength={5}
            disabled={isDisabled}
            value={isDisabled ? '' : time}
            onChange={(event) => onChange(event.target.value, day)}
          />
          <Select
            size="lg"
            aria-label={t('day', { label })}
            disabled={isDisabled}
            value={isDisabled ? '' : day}
            onChange={(event) => onChange(time, event.target.value)}
          >
            <option value="">{t('last')}</option>
            {DAYS_BACK.map((back) => {
              const at = new Date(now.getTime() - back * DAY_MS)
              return (
                <option key={back} value={isoDayOf(at)}>
                  {back === 0 ? t('today') : back === 1 ? t('yesterday') : dayOf(at)}
                </option>
              )
            })}
          </Select>
        </span>
      )}
    </Field>
  )
}
