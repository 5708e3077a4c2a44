'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { dayAndTime, timeOfDay } from '@/i18n/format'
import { VERDICT_TONE } from '../cases/words'
import { ReportCalipers } from '../ecg/calipers/report-calipers'
import { Tag } from '../kit/mark'
import { Panel } from '../kit/panel'
import { ReportBody } from '../report/report-body'

/**
 * What was said about this case before: every verdict, withdrawn ones struck through, every signed report, and what a
 * former holder had written when the case left them.
 */
export function EarlierAnswers({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.card')
  const tVerdict = useTranslations('cases.verdict')
  const shown = view.reports.filter(({ signedAt, by }) => signedAt !== null || by.id !== view.claim?.by.id)
  if (view.verdicts.length === 0 && shown.length === 0) return null
  return (
    <Panel title={t('earlier')} isFlush>
      <ul>
        {view.verdicts.map((entry) => (
          <li key={entry.at} className="grid gap-1 border-t border-line px-3 py-2 first:border-t-0">
            <Tag tone={entry.withdrawnAt ? 'routine' : VERDICT_TONE[entry.verdict]}>
              {entry.withdrawnAt ? <del>{tVerdict(entry.verdict)}</del> : tVerdict(entry.verdict)}
            </Tag>
            {entry.note && <p className="break-words whitespace-pre-wrap">{entry.note}</p>}
            <p className="text-12 text-ink-2">
              {entry.by.name}, {dayAndTime(entry.at)}
              {entry.withdrawnAt && `, ${t('withdrawn', { time: timeOfDay(entry.withdrawnAt) })}`}
            </p>
          </li>
        ))}
        {shown.map((report) => (
          <li key={report.version} className="grid gap-1 border-t border-line px-3 py-2 first:border-t-0">
            <ReportBody report={report} />
            {report.amendment && <p className="text-12">{t('amended', { reason: report.amendment.reason })}</p>}
            <ReportCalipers calipers={report.calipers} />
            <p className="text-12 text-ink-2">
              {report.by.name}, {t('version', { version: report.version })}
              {', '}
              {report.signedAt
                ? t('signed', { time: dayAndTime(report.signedAt) })
                : t('unsigned', { time: dayAndTime(report.savedAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
