'use client'
import { useTranslations } from 'next-intl'
import { classNames } from '../kit/class-names'
import { useLine } from '../live/live-provider'

/** A dot and a word: is the page live. */
export function LineState() {
  const t = useTranslations('shell.live')
  const { status, latencyMs } = useLine()
  const isBad = status === 'lost' || status === 'signed_out'
  const word = {
    live: latencyMs === null ? t('live') : t('latency', { seconds: (Math.max(latencyMs, 50) / 1000).toFixed(1) }),
    slow: t('slow'),
    connecting: t('connecting'),
    lost: t('lost'),
    signed_out: t('signedOut'),
  }[status]
  return (
    <span
      title={t('title')}
      className="inline-flex items-center gap-1.5 text-12 whitespace-nowrap text-ink-2 md:min-w-[72px]"
    >
      <span
        aria-hidden="true"
        className={classNames(
          'size-[7px]',
          isBad ? 'bg-emergent' : 'rounded-full',
          !isBad && (status === 'live' ? 'bg-done' : 'bg-urgent'),
        )}
      />
      <span className="max-sm:sr-only">{word}</span>
    </span>
  )
}
