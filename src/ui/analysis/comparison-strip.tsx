'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComparisonView } from '@/cases/api/assessment-views'
import { shortInstant } from '@/i18n/format'
import { classNames } from '../kit/class-names'
import { useNow } from '../live/now'

type Change = ComparisonView['changes'][number]

const MINUS = '\u2212'
const UV_PER_MM = 100

/** What changed since the earlier ECG: in one line, then number by number and lead by lead. */
export function ComparisonStrip({ comparison }: { readonly comparison: ComparisonView }) {
  const t = useTranslations('analysis.comparison')
  const now = useNow()
  const { earlier, codes, changes, limitations } = comparison
  const summary = codes.length > 0 ? codes.map((code) => t(`code.${code}`)).join('; ') : t('nothingToSay')
  const shown = changes.filter((change) => change.isSignificant)
  return (
    <section aria-label={t('label')} className="rounded-3 border border-line bg-surface">
      <div className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
        <h2 className="font-semi">{t('title', { date: shortInstant(earlier.at, now) })}</h2>
        <p className="text-12 text-ink-2">{summary}</p>
        <Link href={`/review/${earlier.caseId}`} className="ml-auto text-12 text-accent underline">
          {t('open')}
        </Link>
      </div>
      {shown.length > 0 && (
        <ul className="flex flex-wrap gap-1 border-t border-line px-3 py-2">
          {shown.map((change) => (
            <li
              key={`${change.quantity} ${change.lead}`}
              className={classNames('rounded-1 px-1.5 py-0.5 text-center', lookOf(change))}
            >
              <span className="block text-11 text-ink-2">
                {[change.lead, t(`quantity.${change.quantity}`)].filter(Boolean).join(' ')}
              </span>
              <span className="text-12 whitespace-nowrap">
                {isNewQs(change) ? (
                  <b className="font-semi">{t('newQs')}</b>
                ) : (
                  <>
                    {numberOf(change, change.from)} → <b className="font-semi">{numberOf(change, change.to)}</b>{' '}
                    <span className="text-11 text-ink-2">{unitOf(change)}</span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {limitations.length > 0 && (
        <p className="border-t border-line px-3 py-1 text-11 text-ink-3">
          {limitations.map((limitation) => t(`limitation.${limitation}`)).join(' ')}
        </p>
      )}
    </section>
  )
}

/** A lead that has lost its R: no Q has a length of its own there. */
function isNewQs({ quantity, from, to }: Change): boolean {
  return quantity === 'qMs' && to <= from
}

/** ST and T in the colours of up and down; the rest neutral. */
function lookOf({ quantity, from, to }: Change): string {
  if (quantity !== 'jUv' && quantity !== 'tUv') return 'bg-surface-3'
  return to > from ? 'bg-(--st-up)' : 'bg-(--st-down)'
}

function isMillimetres({ quantity }: Change): boolean {
  return quantity === 'jUv' || quantity === 'tUv' || quantity === 'rUv'
}

function numberOf(change: Change, value: number): string {
  const decimals = isMillimetres(change) ? 1 : 0
  const text = (isMillimetres(change) ? value / UV_PER_MM : value).toFixed(decimals)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', MINUS)
}

function unitOf(change: Change): string {
  if (isMillimetres(change)) return 'mm'
  if (change.quantity === 'heartRateBpm') return '/min'
  return change.quantity === 'qrsAxisDeg' ? '°' : 'ms'
}
