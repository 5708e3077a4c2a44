import { useTranslations } from 'next-intl'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'
import type { LeadMeasurements } from '@/ecg/measure/types'
import { LEAD_NAMES } from '@/ecg/types'

const UV_PER_MM = 100
/** AHA 2009: half a millimetre of ST is a change that counts. */
const NOTABLE_MM = 0.5
const MINUS = '\u2212'
const QUANTITIES = ['heartRateBpm', 'prMs', 'qrsMs', 'qtMs', 'qtcMs', 'qrsAxisDeg'] as const

type Both = { readonly current: AnalysisJson; readonly earlier: AnalysisJson }

/** The numbers of both with their differences, and J and T lead by lead. */
export function ChangeTables({ current, earlier }: Both) {
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Numbers current={current} earlier={earlier} />
      <StAndT current={current} earlier={earlier} />
    </div>
  )
}

function Numbers({ current, earlier }: Both) {
  const t = useTranslations('trace.compare')
  const tNumber = useTranslations('analysis.numbers')
  return (
    <table className="text-12 [&_td]:px-2 [&_td]:text-right [&_th]:px-2 [&_th]:text-left [&_th]:font-medium">
      <caption className="px-2 text-left font-semi">{t('numbers')}</caption>
      <tbody>
        {QUANTITIES.map((quantity) => {
          const [before, now] = [earlier.measurements[quantity], current.measurements[quantity]]
          return (
            <tr key={quantity} className="border-t border-line">
              <th scope="row">{tNumber(quantity)}</th>
              <td className="text-ink-2">{whole(before)}</td>
              <td>→ {whole(now)}</td>
              <td className="font-semi">{before !== null && now !== null && signed(now - before, 0)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function StAndT({ current, earlier }: Both) {
  const t = useTranslations('trace.compare')
  const leads = LEAD_NAMES.filter((lead) => current.leads[lead]?.isUsable && earlier.leads[lead]?.isUsable)
  const rows = [
    { name: 'J', uvOf: (lead: LeadMeasurements | undefined) => lead?.jUv ?? null },
    { name: 'T', uvOf: tallest },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
    <section tabIndex={0} aria-label={t('stAndT')} className="max-w-full overflow-x-auto rounded-1">
      <table className="text-12 [&_td]:px-1.5 [&_td]:text-right [&_th]:px-1.5 [&_th]:font-medium">
        <caption className="px-1.5 text-left font-semi">{t('stAndT')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lead')}</th>
            {leads.map((lead) => (
              <th key={lead} scope="col" className="text-right">
                {lead}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, uvOf }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="text-left">
                {name}
              </th>
              {leads.map((lead) => {
                const [before, now] = [uvOf(earlier.leads[lead]), uvOf(current.leads[lead])]
                const changeMm = before === null || now === null ? null : (now - before) / UV_PER_MM
                return (
                  <td key={lead} className={lookOf(changeMm)}>
                    {changeMm === null ? '–' : signed(changeMm, 1)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Of T the side that reaches farther. */
function tallest(lead: LeadMeasurements | undefined): number | null {
  const { tMaxUv = null, tMinUv = null } = lead ?? {}
  if (tMaxUv === null || tMinUv === null) return null
  return tMaxUv >= -tMinUv ? tMaxUv : tMinUv
}

function lookOf(changeMm: number | null): string {
  if (changeMm === null || Math.abs(changeMm) < NOTABLE_MM) return 'text-ink-2'
  return changeMm > 0 ? 'bg-(--st-up) font-semi' : 'bg-(--st-down) font-semi'
}

function whole(value: number | null): string {
  return value === null ? '–' : String(Math.round(value)).replace('-', MINUS)
}

function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return text
  return `${value < 0 ? MINUS : '+'}${text}`
}
