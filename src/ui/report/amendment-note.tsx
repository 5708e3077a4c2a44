'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ReportView } from '@/cases/api/report-views'
import type { CaseView } from '@/cases/api/views'
import { dayAndTime } from '@/i18n/format'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { ReportDifference } from './report-difference'

/** A report that changed what was said before: why, what, and who still has to confirm it. */
export function AmendmentNote({ view, report }: { readonly view: CaseView; readonly report: ReportView }) {
  const t = useTranslations('report.amended')
  const { amendment } = report
  const [isShown, setIsShown] = useState(amendment?.grade === 'management')
  const before = view.reports.find(({ version }) => version === amendment?.amends)
  if (!amendment || !before) return null
  const owing = view.reportReaders.filter((one) => one.version === report.version && one.confirmedAt === null)
  return (
    <Banner
      tone={amendment.grade === 'management' ? 'urgent' : 'quality'}
      title={t(amendment.kind, { time: dayAndTime(report.signedAt ?? report.savedAt), name: report.by.name })}
      actions={
        <Button size="sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'hide' : 'show')}
        </Button>
      }
    >
      <p>{t('reason', { reason: amendment.reason })}</p>
      <p className="font-medium">{t(`grade.${amendment.grade}`)}</p>
      {owing.length > 0 && (
        <p className="text-12 text-ink-2">{t('owing', { names: owing.map(({ by }) => by.name).join(', ') })}</p>
      )}
      {isShown && (
        <div className="mt-2 text-ink">
          <ReportDifference before={before} after={report} />
        </div>
      )}
    </Banner>
  )
}
