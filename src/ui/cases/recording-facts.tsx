'use client'
import { useTranslations } from 'next-intl'
import type { RecordingView } from '@/cases/api/views'
import { OLD_ECG_MS } from '@/cases/identity-check'
import { wallClock } from '@/i18n/format'
import { Banner } from '../kit/banner'
import { useNow } from '../live/now'

/** What was read from the file: device, time, leads, rate; and the device's own numbers, named as such. */
export function RecordingFacts({
  recording,
  hasAdvice = false,
}: {
  readonly recording: RecordingView
  /** Before sending: says what to check when the ECG is old. */
  readonly hasAdvice?: boolean
}) {
  const t = useTranslations('newCase.read')
  const now = useNow()
  const isOld = recording.recordedAt !== null && now.getTime() - Date.parse(recording.recordedAt) > OLD_ECG_MS
  const device = [recording.device.manufacturer, recording.device.model].filter(Boolean).join(' ')
  const facts = [
    recording.recordedLocal ? t('recorded', { time: wallClock(recording.recordedLocal) }) : t('noTime'),
    recording.kind === 'waveform' && t('leads', { count: recording.leads.length }),
    recording.durationMs !== null && t('duration', { seconds: Math.round(recording.durationMs / 100) / 10 }),
    recording.sampleRateHz !== null && t('rate', { hz: Math.round(recording.sampleRateHz) }),
    device,
  ].filter(Boolean)
  const reported = reportedTexts(recording)
  return (
    <div className="grid gap-2">
      <p className="text-12 text-ink-2">
        <b className="text-ink">{t(`format.${recording.kind}`, { format: recording.format.toUpperCase() })}</b> ·{' '}
        {facts.join(' · ')}
      </p>
      {(reported.length > 0 || recording.reported.statements.length > 0) && (
        <p className="text-12 text-ink-2">
          <span className="text-ink-3">{t('byDevice')}</span>{' '}
          {[...reported.map(([key, value]) => t(`reported.${key}`, { value })), ...recording.reported.statements].join(
            ' · ',
          )}
        </p>
      )}
      {hasAdvice && isOld && recording.recordedLocal && (
        <Banner tone="urgent" title={t('old', { time: wallClock(recording.recordedLocal) })}>
          {t('oldHint')}
        </Banner>
      )}
    </div>
  )
}

const REPORTED = [
  ['heartRateBpm', 'heartRate'],
  ['prMs', 'pr'],
  ['qrsMs', 'qrs'],
  ['qtMs', 'qt'],
  ['qtcMs', 'qtc'],
] as const

function reportedTexts({ reported }: RecordingView) {
  return REPORTED.flatMap(([field, key]) => {
    const value = reported[field]
    return value === null ? [] : [[key, Math.round(value)] as const]
  })
}
