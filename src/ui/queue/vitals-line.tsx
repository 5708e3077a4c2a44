'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import type { Clinical } from '@/cases/clinical'
import { abnormalVitals, type Vital } from './abnormal-vitals'

/** The measured values of a waiting case on one line; those that raised the class in red ink. */
export function VitalsLine({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.row')
  const abnormal = abnormalVitals(clinicalOf(item), item.ageYears)
  const parts = partsOf(item).map(({ vital, key, value }) => ({ vital, text: t(key, { value }) }))
  if (parts.length === 0) return <p className="text-ink-3">{t('noVitals')}</p>
  return (
    <p className="truncate text-ink-2">
      {parts.map(({ vital, text }, index) => (
        <span key={vital}>
          {index > 0 && ' · '}
          {abnormal.has(vital) ? (
            <b className="text-emergent-ink">
              {text}
              <span className="sr-only">{t('abnormal')}</span>
            </b>
          ) : (
            text
          )}
        </span>
      ))}
    </p>
  )
}

type Part = {
  readonly vital: Vital
  readonly key: 'pulse' | 'pressure' | 'spo2'
  readonly value: string
}

function partsOf(item: QueueItem): Part[] {
  const parts: Part[] = []
  if (item.heartRateBpm !== null) parts.push({ vital: 'pulse', key: 'pulse', value: String(item.heartRateBpm) })
  if (item.systolicMmHg !== null)
    parts.push({
      vital: 'pressure',
      key: 'pressure',
      value: `${item.systolicMmHg}/${item.diastolicMmHg ?? '–'}`,
    })
  if (item.spo2Percent !== null) parts.push({ vital: 'spo2', key: 'spo2', value: String(item.spo2Percent) })
  return parts
}

/** As much of the card as a row carries: enough for the limits of the values that it shows. */
function clinicalOf({ reasons, systolicMmHg, heartRateBpm, spo2Percent }: QueueItem): Clinical {
  return {
    // The server answers with the reasons of its own list.
    reasons: reasons as Clinical['reasons'],
    ...(systolicMmHg === null ? {} : { systolicMmHg }),
    ...(heartRateBpm === null ? {} : { heartRateBpm }),
    ...(spo2Percent === null ? {} : { spo2Percent }),
  }
}
