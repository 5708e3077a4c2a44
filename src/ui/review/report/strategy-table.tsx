'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { lysisCheck } from '@/cases/report/lysis-check'
import { FIBRINOLYSIS, PROTOCOL } from '@/cases/report/protocol'
import type { ReportSetting } from '@/cases/report/report-problems'
import { type Step, strategies } from '@/cases/report/strategies'
import type { ReportPlan, ReportStructure } from '@/cases/report/structure'
import { timeOfDay } from '@/i18n/format'
import { classNames } from '../../kit/class-names'
import { Field, Input, Select } from '../../kit/field'

type Props = {
  readonly view: CaseView
  readonly structure: ReportStructure
  readonly setting: ReportSetting
  readonly onChange: (next: ReportStructure) => void
}

const PRIMARY_PCI = 'R01'

/** Both ways to open the artery, minute by minute; what the rule suggests and why. The doctor decides. */
export function StrategyTable({ view, structure, setting, onChange }: Props) {
  const t = useTranslations('report.plan')
  const isAsked = structure.recommendations.some(({ templateId }) => [PRIMARY_PCI, FIBRINOLYSIS].includes(templateId))
  if (!isAsked) return null
  const plan: ReportPlan = structure.plan ?? {
    travelMin: view.travelMinutes,
    dispatchMin: PROTOCOL.plan.dispatchMin,
    arrival: 'direct',
    strategy: null,
  }
  const set = (change: Partial<ReportPlan>) => onChange({ ...structure, plan: { ...plan, ...change } })
  const isBlocked = lysisCheck(structure.answers, setting.facts).blockers.length > 0
  const both = strategies(plan, isBlocked)
  const from = view.verdict?.verdict === 'act_now' ? view.verdict.at : null
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded-2 border border-line p-3">
      <h3 className="font-semi">{t('title')}</h3>
      <div className="grid grid-cols-2 gap-2">
        <Minutes label={t('travel')} value={plan.travelMin} onChange={(travelMin) => set({ travelMin })} />
        <Minutes
          label={t('dispatch')}
          value={plan.dispatchMin}
          onChange={(minutes) => set({ dispatchMin: minutes ?? PROTOCOL.plan.dispatchMin })}
        />
        <Field label={t('arrival')} className="col-span-2">
          {(control) => (
            <Select
              {...control}
              value={plan.arrival}
              onChange={(event) => set({ arrival: event.target.value === 'via_ed' ? 'via_ed' : 'direct' })}
            >
              <option value="direct">{t('direct', { minutes: PROTOCOL.plan.arrivalToWireMin.direct })}</option>
              <option value="via_ed">{t('via_ed', { minutes: PROTOCOL.plan.arrivalToWireMin.via_ed })}</option>
            </Select>
          )}
        </Field>
      </div>
      <p role="status" className="text-12">
        {both.pciMin === null
          ? t('because.travel_unknown')
          : t('sum', {
              sum: both.pciMin,
              dispatch: plan.dispatchMin,
              travel: plan.travelMin ?? 0,
              arrival: PROTOCOL.plan.arrivalToWireMin[plan.arrival],
            })}{' '}
        {both.pciMin !== null && <b className="font-semi">{t(`because.${both.because}`)}</b>}
      </p>
      <div className="grid grid-cols-2 gap-2">
        {(['pci', 'lysis'] as const).map((strategy) => (
          <button
            key={strategy}
            type="button"
            aria-pressed={plan.strategy === strategy}
            onClick={() => set({ strategy: plan.strategy === strategy ? null : strategy })}
            className={classNames(
              'grid cursor-pointer content-start gap-1 rounded-2 border p-2 text-left',
              plan.strategy === strategy
                ? 'border-accent shadow-[inset_0_0_0_1px_var(--accent)]'
                : 'border-line-strong',
            )}
          >
            <b className="font-semi">{t(strategy)}</b>
            {both[strategy].map((step) => (
              <StepLine key={step.id} step={step} from={from} />
            ))}
            <span className="text-11 text-ink-3">
              {plan.strategy === strategy ? t('chosen') : both.suggested === strategy ? t('suggested') : ''}
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}

/** What lies hours ahead is said in hours: a time of day would leave the day open. */
const SAID_IN_HOURS_MIN = 360

function StepLine({ step, from }: { readonly step: Step; readonly from: string | null }) {
  const t = useTranslations('report.plan')
  const { id, atMin, toMin, limitMin } = step
  const isLate = limitMin !== null && atMin > limitMin
  const at = (minutes: number) =>
    from === null ? t('after', { minutes }) : timeOfDay(new Date(Date.parse(from) + minutes * 60_000))
  const hours = (minutes: number) => Math.round(minutes / 60)
  const when =
    toMin === null
      ? at(atMin)
      : toMin > SAID_IN_HOURS_MIN
        ? t('hours', { from: hours(atMin), to: hours(toMin) })
        : `${at(atMin)}–${at(toMin)}`
  return (
    <span className="flex flex-wrap justify-between gap-x-2 text-12">
      <span className="text-ink-2">{t(`step.${id}`)}</span>
      <span className={classNames('font-medium', isLate && 'text-emergent-ink')}>
        {when}
        {limitMin !== null && <span className="text-11 text-ink-3"> {t('limit', { minutes: limitMin })}</span>}
      </span>
    </span>
  )
}

function Minutes({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
}) {
  const t = useTranslations('report.editor')
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={240}
          unit={t('minutes')}
          value={value ?? ''}
          onChange={(event) => {
            const minutes = event.target.valueAsNumber
            onChange(Number.isInteger(minutes) && minutes >= 0 && minutes <= 240 ? minutes : null)
          }}
        />
      )}
    </Field>
  )
}
