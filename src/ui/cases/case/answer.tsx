'use client'
import { useTranslations } from 'next-intl'
import type { ReportView } from '@/cases/api/report-views'
import type { CaseView } from '@/cases/api/views'
import { shortInstant, timeWithSeconds } from '@/i18n/format'
import { ReportCalipers } from '../../ecg/calipers/report-calipers'
import { Banner } from '../../kit/banner'
import { Clock } from '../../kit/clock'
import { Mark } from '../../kit/mark'
import { Panel } from '../../kit/panel'
import { TONE_CLASS } from '../../kit/tone'
import { useNow } from '../../live/now'
import { AmendmentNote } from '../../report/amendment-note'
import { ReportBody } from '../../report/report-body'
import { VERDICT_TONE } from '../words'

/** What the cardiologist says: the verdict big, the note, the report; by whom and when. */
export function Answer({ view }: { readonly view: CaseView }) {
  const t = useTranslations('case')
  const { verdict } = view
  const report = view.reports.find(({ signedAt }) => signedAt !== null) ?? null
  const withdrawn = view.verdicts.find(({ withdrawnAt }) => withdrawnAt !== null)
  const isWithdrawnNow = verdict === null && withdrawn !== undefined && report === null
  return (
    <>
      {isWithdrawnNow && (
        <Banner
          tone="quality"
          isAlert
          title={t('withdrawn', { time: timeWithSeconds(withdrawn.withdrawnAt ?? withdrawn.at) })}
        >
          {t('withdrawnHint')}
        </Banner>
      )}
      {verdict && <VerdictBar view={view} verdict={verdict} isReported={report !== null} />}
      {report && <Report view={view} report={report} isNewer={verdict === null} />}
    </>
  )
}

function VerdictBar({
  view,
  verdict,
  isReported,
}: {
  readonly view: CaseView
  readonly verdict: NonNullable<CaseView['verdict']>
  readonly isReported: boolean
}) {
  const t = useTranslations('case')
  const words = useTranslations('cases.verdict')
  const tone = VERDICT_TONE[verdict.verdict]
  return (
    <section
      aria-labelledby="verdict"
      className={`${TONE_CLASS[tone]} overflow-hidden rounded-3 border border-tone-line bg-surface`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-tone px-4 py-3 text-tone-on">
        <Mark tone={tone} size={34} isInverse />
        <div className="min-w-0 flex-1 basis-52">
          <h2 id="verdict" className="text-28 leading-tight font-bold tracking-[-.015em]">
            {words(verdict.verdict)}
          </h2>
          <p className="text-14">{t(`verdictMeans.${verdict.verdict}`)}</p>
        </div>
        <p className="text-right max-md:text-left">
          <span className="block text-20 font-semi">{timeWithSeconds(verdict.at)}</span>
          {verdict.by.name}
          {verdict.by.title && `, ${verdict.by.title}`}
        </p>
      </div>
      <div className="grid gap-2 px-4 py-3">
        {verdict.note && <p className="text-16 leading-relaxed whitespace-pre-wrap">{verdict.note}</p>}
        <p className="text-ink-2">{isReported ? t('reportBelow') : t('preliminary')}</p>
        {view.acknowledgeDueAt && !isConfirmed(view) && verdict.verdict !== 'repeat' && (
          <Clock
            since={verdict.at}
            dueAt={view.acknowledgeDueAt}
            size="lg"
            label={t('readBackClock')}
            className="max-w-80"
          />
        )}
      </div>
    </section>
  )
}

function Report({
  view,
  report,
  isNewer,
}: {
  readonly view: CaseView
  readonly report: ReportView
  readonly isNewer: boolean
}) {
  const t = useTranslations('case.report')
  const now = useNow()
  return (
    <Panel
      title={t('title')}
      aside={t('signed', { name: report.by.name, time: shortInstant(report.signedAt ?? report.savedAt, now) })}
    >
      <div className="grid gap-3">
        {isNewer && <p className="text-12 text-ink-2">{t('withoutVerdict')}</p>}
        <AmendmentNote key={report.version} view={view} report={report} />
        <ReportBody report={report} isBig />
        <ReportCalipers calipers={report.calipers} />
        {report.version > 1 && <p className="text-12 text-ink-2">{t('version', { version: report.version })}</p>}
      </div>
    </Panel>
  )
}

/** The read-back that belongs to the answer in force, not to an earlier one. */
export function isConfirmed(view: CaseView): boolean {
  return ['ACKNOWLEDGED', 'IN_TRANSFER', 'CLOSED'].includes(view.state)
}
