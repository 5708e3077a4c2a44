'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { dayAndTime, timeOfDay } from '@/i18n/format'
import { VERDICT_TONE } from '../cases/words'
import { ReportCalipers } from '../ecg/calipers/report-calipers'
import { Tag } from '../kit/mark'
import { Panel } from '../kit/panel'

/** What was said about this case before: every verdict, withdrawn ones struck through, and every signed report. */
export function EarlierAnswers({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.card')
  const tVerdict = useTranslations('cases.verdict')
  const signed = view.reports.filter(({ signedAt }) => signedAt !== null)
  if (view.verdicts.length === 0 && signed.length === 0) return null
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
        {signed.map((report) => (
          <li key={report.version} className="grid gap-1 border-t border-line px-3 py-2 first:border-t-0">
            <p className="break-words whitespace-pre-wrap">{report.conclusion}</p>
            <p className="font-medium break-words whitespace-pre-wrap">{report.recommendation}</p>
            <ReportCalipers calipers={report.calipers} />
            <p className="text-12 text-ink-2">
              {report.by.name}, {t('version', { version: report.version })}
              {report.signedAt && `, ${t('signed', { time: dayAndTime(report.signedAt) })}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
