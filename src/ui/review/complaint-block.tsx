'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import type { Clinical } from '@/cases/clinical'
import { OLD_ECG_MS } from '@/cases/identity-check'
import { shortInstant } from '@/i18n/format'
import { useNow } from '../live/now'
import { useDuration } from '../queue/use-duration'
import { useReasonText } from '../queue/use-reason-text'

type Point = { readonly key: 'onset' | 'contact' | 'ecg' | 'sent'; readonly atMs: number; readonly at: string }

/** Why the person came, how long it hurts, and the times that matter on one line. */
export function ComplaintBlock({ view, clinical }: { readonly view: CaseView; readonly clinical: Clinical }) {
  const t = useTranslations('review.pain')
  const now = useNow()
  const duration = useDuration()
  const reasonText = useReasonText()
  const points = pointsOf(view, clinical)
  const isPain = (clinical.painNow ?? 0) > 0
  const elapsed = clinical.painOnsetAt ? duration(now.getTime() - Date.parse(clinical.painOnsetAt)) : null
  return (
    <div className="grid gap-2 border-t border-line p-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b className="text-14">{reasonText(clinical.reasons)}</b>
        <span className="text-12 text-ink-2">
          {elapsed === null ? t('onsetUnknown') : t(isPain ? 'ongoing' : 'sinceOnset', { elapsed })}
        </span>
      </p>
      {points.length > 1 && (
        <ol className="grid auto-cols-fr grid-flow-col text-11 leading-tight">
          {points.map(({ key, at, atMs }, index) => {
            const before = points[index - 1]
            return (
              <li
                key={key}
                className="relative grid content-start gap-px border-t-[3px] border-emergent-line pt-1.5 pr-1"
              >
                <span aria-hidden="true" className="absolute -top-[7px] left-0 h-[11px] w-0.5 bg-ink" />
                <span className="text-ink-3">{t(key)}</span>
                <b className="font-medium">{shortInstant(at, now)}</b>
                {before && <span className="text-ink-3">{t('later', { elapsed: duration(atMs - before.atMs) })}</span>}
              </li>
            )
          })}
        </ol>
      )}
    </div>
  )
}

function pointsOf(view: CaseView, clinical: Clinical): Point[] {
  if (!clinical.painOnsetAt && !clinical.firstContactAt) return []
  const recordedAt = view.files.find((file) => file.recording?.recordedAt)?.recording?.recordedAt
  const times = [
    ['onset', clinical.painOnsetAt],
    ['contact', clinical.firstContactAt],
    ['ecg', isRecent(recordedAt, view.submittedAt) ? recordedAt : null],
    ['sent', view.submittedAt],
  ] as const
  return times
    .flatMap(([key, at]): Point[] => (at ? [{ key, at, atMs: Date.parse(at) }] : []))
    .sort((a, b) => a.atMs - b.atMs)
}

/** An ECG older than a day has its own warning and would stretch the line over years. */
function isRecent(recordedAt: string | null | undefined, submittedAt: string | null): boolean {
  return recordedAt != null && submittedAt !== null && Date.parse(submittedAt) - Date.parse(recordedAt) <= OLD_ECG_MS
}
