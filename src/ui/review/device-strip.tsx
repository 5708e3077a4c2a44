'use client'

import { useTranslations } from 'next-intl'
import type { RecordingView } from '@/cases/api/views'

/** What the device itself printed: shown as such, never as a finding of ours. */
export function DeviceStrip({ reported }: { readonly reported: RecordingView['reported'] }) {
  const t = useTranslations('review.device')
  const u = useTranslations('review.unit')
  const values = [
    ['heartRate', reported.heartRateBpm, u('bpm')],
    ['pr', reported.prMs, u('ms')],
    ['qrs', reported.qrsMs, u('ms')],
    ['qt', reported.qtMs, u('ms')],
    ['qtc', reported.qtcMs, u('ms')],
    ['pAxis', reported.pAxisDeg, u('deg')],
    ['qrsAxis', reported.qrsAxisDeg, u('deg')],
    ['tAxis', reported.tAxisDeg, u('deg')],
  ] as const
  const isEmpty = values.every(([, value]) => value === null)
  return (
    <section aria-label={t('title')} className="rounded-3 border border-line bg-surface">
      <p className="px-3 pt-1.5 text-11 text-ink-3">
        {t('title')}
        {isEmpty && reported.statements.length === 0 && `: ${t('none')}`}
      </p>
      {!isEmpty && (
        <dl className="grid grid-cols-4 md:grid-cols-8">
          {values.map(([key, value, unit]) => (
            <div key={key} className="border-line px-3 pb-1.5 md:not-first:border-l">
              <dt className="text-11 text-ink-3">{t(key)}</dt>
              <dd className="whitespace-nowrap">
                {value === null ? (
                  <span className="text-12 text-ink-3">{t('unknown')}</span>
                ) : (
                  <>
                    <b className="text-16 leading-tight">{Math.round(value)}</b>
                    <span className="ml-0.5 text-11 text-ink-3">{unit}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {reported.statements.length > 0 && (
        <p className="border-t border-line px-3 py-1.5 text-12 text-ink-2">
          <span className="text-ink-3">{t('statements')}: </span>
          {reported.statements.join(' · ')}
        </p>
      )}
    </section>
  )
}
