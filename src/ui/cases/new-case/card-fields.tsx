'use client'
import { useTranslations } from 'next-intl'
import { isoDayOf, timeOfDay } from '@/i18n/format'
import { Input } from '../../kit/field'
import { SegmentedControl } from '../../kit/segmented-control'
import { useServerClock } from '../../live/now'
import { YES_NO } from './case-form'
import { type CardProps, Measured, NotMeasured, SmallTick } from './measured'
import { MoreFields } from './more-fields'
import { PainScale } from './pain-scale'
import { useProblemText } from './problem-text'
import { ReasonChips } from './reason-chips'
import { TimeAndDay } from './time-and-day'

/** The six taps, then everything else folded away. */
export function CardFields(props: CardProps) {
  const { form, set, problems } = props
  const t = useTranslations('newCase.card')
  const error = useProblemText()
  const yesNo = YES_NO.map((value) => ({ value, label: t(value), isHot: value === 'yes' }))
  return (
    <div className="grid gap-4">
      <PainScale value={form.painNow} onChange={(painNow) => set({ painNow })} error={error(problems.painNow)} />
      <Onset {...props} />
      <div className="grid grid-cols-2 gap-3">
        <SegmentedControl
          label={t('dyspnoea')}
          value={form.dyspnoea}
          onChange={(dyspnoea) => set({ dyspnoea })}
          segments={yesNo.map((each) => ({ ...each, isHot: false }))}
        />
        <SegmentedControl
          label={t('fainted')}
          value={form.fainted}
          onChange={(fainted) => set({ fainted })}
          segments={yesNo}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Pressure {...props} />
        <Measured
          {...props}
          field="spo2Percent"
          unit="%"
          skip="spo2Percent"
          hotKey="spo2"
          extra={
            <SmallTick isOn={form.onOxygen} onChange={(onOxygen) => set({ onOxygen })}>
              {t('onOxygen')}
            </SmallTick>
          }
        />
      </div>
      <ReasonChips form={form} set={set} error={error(problems.reasons)} />
      <MoreFields {...props} />
    </div>
  )
}

const ONSETS = [
  { value: 'lt1', minutes: 30 },
  { value: 'lt3', minutes: 120 },
  { value: 'lt12', minutes: 360 },
  { value: 'gt12', minutes: 18 * 60 },
] as const

/** A tap sets a time that can be corrected; the time is what is sent, and it stands there to be seen. */
function Onset({ form, set, problems }: CardProps) {
  const t = useTranslations('newCase.card')
  const clock = useServerClock()
  const isUnknown = form.notMeasured.includes('painOnsetAt')
  const tap = (minutes: number) => {
    const at = new Date(clock.now().getTime() - minutes * 60_000)
    const notMeasured = form.notMeasured.filter((each) => each !== 'painOnsetAt')
    set({ painOnsetTime: timeOfDay(at), painOnsetDay: isoDayOf(at), notMeasured })
  }
  return (
    <div className="grid gap-2">
      <fieldset className="min-w-0">
        <legend className="mb-1.5 text-13 font-medium">{t('since')}</legend>
        <div className="grid grid-cols-4 overflow-hidden rounded-2 border border-line-strong">
          {ONSETS.map(({ value, minutes }) => (
            <button
              key={value}
              type="button"
              onClick={() => tap(minutes)}
              className="relative h-[46px] border-l border-line bg-surface px-1 text-16 font-medium text-ink-2 first:border-l-0 hover:bg-surface-3 focus-visible:z-10"
            >
              {t(`onset.${value}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-64">
          <TimeAndDay
            label={t('onsetTime')}
            time={form.painOnsetTime}
            day={form.painOnsetDay}
            onChange={(painOnsetTime, painOnsetDay) => set({ painOnsetTime, painOnsetDay })}
            problem={problems.painOnsetTime}
            isDisabled={isUnknown}
          />
        </div>
        <NotMeasured field="painOnsetAt" form={form} set={set} />
      </div>
    </div>
  )
}

function Pressure({ form, set, problems, hot }: CardProps) {
  const t = useTranslations('newCase.card')
  const fields = useTranslations('clinical.field')
  const error = useProblemText()
  const isSkipped = form.notMeasured.includes('pressure') || form.isPressureUnrecordable
  const isHot = hot.has('pressure')
  const problem = isSkipped ? undefined : (problems.systolicMmHg ?? problems.diastolicMmHg)
  return (
    <div className="grid content-start gap-1.5">
      <p className="text-13 font-medium">{fields('pressure')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1.4fr)] items-center gap-1.5">
        <Input
          aria-label={fields('systolicMmHg')}
          aria-invalid={problems.systolicMmHg && !isSkipped ? true : undefined}
          size="lg"
          name="systolicMmHg"
          inputMode="numeric"
          maxLength={3}
          isHot={isHot}
          disabled={isSkipped}
          value={isSkipped ? '' : form.systolicMmHg}
          onChange={(event) => set({ systolicMmHg: event.target.value })}
        />
        <span aria-hidden="true" className="text-20 text-ink-3">
          /
        </span>
        <Input
          aria-label={fields('diastolicMmHg')}
          aria-invalid={problems.diastolicMmHg && !isSkipped ? true : undefined}
          size="lg"
          unit="mmHg"
          name="diastolicMmHg"
          inputMode="numeric"
          maxLength={3}
          disabled={isSkipped}
          value={isSkipped ? '' : form.diastolicMmHg}
          onChange={(event) => set({ diastolicMmHg: event.target.value })}
        />
      </div>
      {problem && <p className="text-12 text-emergent-ink">{error(problem)}</p>}
      <div className="flex flex-wrap gap-x-4">
        <SmallTick
          isOn={form.isPressureUnrecordable}
          onChange={(isPressureUnrecordable) => set({ isPressureUnrecordable })}
        >
          {t('unrecordable')}
        </SmallTick>
        <NotMeasured field="pressure" form={form} set={set} />
      </div>
    </div>
  )
}
