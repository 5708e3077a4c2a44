'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ReportView } from '@/cases/api/report-views'
import type { CaseView } from '@/cases/api/views'
import { timeWithSeconds } from '@/i18n/format'
import { ReportCalipers } from '../ecg/calipers/report-calipers'
import { Button } from '../kit/button'
import { Panel } from '../kit/panel'
import { AmendmentNote } from '../report/amendment-note'
import { ReportBody } from '../report/report-body'
import { AmendPanel } from './report/amend-panel'

type Props = {
  readonly view: CaseView
  readonly report: ReportView
  readonly userId: string
  readonly onChanged: () => void
}

/** The signed report, as the facility has it; its author may amend it. */
export function SignedReport({ view, report, userId, onChanged }: Props) {
  const t = useTranslations('review.report')
  const [isAmending, setIsAmending] = useState(false)
  if (isAmending)
    return (
      <AmendPanel
        view={view}
        report={report}
        userId={userId}
        onClose={() => setIsAmending(false)}
        onChanged={onChanged}
      />
    )
  return (
    <Panel title={t('signedTitle')}>
      <div className="grid gap-3">
        <AmendmentNote key={report.version} view={view} report={report} />
        <ReportBody report={report} />
        <ReportCalipers calipers={report.calipers} />
        <p className="text-12 text-ink-2">
          {t('signedBy', { name: report.by.name, time: timeWithSeconds(report.signedAt ?? report.savedAt) })}
          {report.hash !== null && (
            <span className="block text-ink-3">{t('hash', { hash: report.hash.slice(0, 16) })}</span>
          )}
        </p>
        {view.can.includes('amend') && <Button onClick={() => setIsAmending(true)}>{t('amend')}</Button>}
      </div>
    </Panel>
  )
}
