import { useTranslations } from 'next-intl'
import type { ReportView } from '@/cases/api/report-views'
import { templateOf } from '@/cases/report/protocol'
import { planText, statementText, stepsText } from '@/cases/report/report-text'
import { diagnosisOf, statementOf } from '@/cases/report/statements'
import type { ReportStructure } from '@/cases/report/structure'
import { AvoidList } from './avoid-list'
import { DoseTable } from './dose-table'
import { MeasurementsText } from './measurements-text'

type Props = {
  readonly report: ReportView
  /** For who acts on it: bigger letters, the recommendation first. */
  readonly isBig?: boolean
}

/** A report to be read: what to do with its doses, what not to give, what the ECG shows. */
export function ReportBody({ report, isBig = false }: Props) {
  const t = useTranslations('report.view')
  const { structure, recommendation, conclusion } = report
  const parts = [
    <section key="do" aria-label={t('recommendation')} className="grid gap-2">
      <h3 className="text-12 font-medium text-ink-2">{t('recommendation')}</h3>
      {structure ? (
        <Recommendations report={report} structure={structure} isBig={isBig} />
      ) : (
        <Text text={recommendation} isBig={isBig} isStrong />
      )}
    </section>,
    <section key="shows" aria-label={t('conclusion')} className="grid gap-1">
      <h3 className="text-12 font-medium text-ink-2">{t('conclusion')}</h3>
      {structure ? <Conclusion structure={structure} /> : <Text text={conclusion} isBig={false} />}
    </section>,
  ]
  return <div className="grid gap-3">{isBig ? parts : parts.toReversed()}</div>
}

function Recommendations({
  report,
  structure,
  isBig,
}: {
  report: ReportView
  structure: ReportStructure
  isBig: boolean
}) {
  const t = useTranslations('report.view')
  const way = planText(structure.plan)
  return (
    <>
      {way !== null && <p className="font-medium">{way}</p>}
      <ol className="grid gap-3">
        {structure.recommendations.map((one, at) => (
          <li key={one.templateId} className="grid gap-1.5">
            <p className={isBig ? 'text-20 font-bold' : 'font-semi'}>
              {templateOf(one.templateId)?.en ?? one.templateId}
              {one.deadlineMin !== null && (
                <span className="ml-2 text-14 font-medium text-emergent-ink">
                  {t('within', { minutes: one.deadlineMin })}
                </span>
              )}
            </p>
            <ul className={isBig ? 'grid list-disc gap-1 pl-5 text-16' : 'grid list-disc gap-0.5 pl-5'}>
              {stepsText(one).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            <DoseTable doses={report.content?.doses[at] ?? []} isBig={isBig} />
          </li>
        ))}
      </ol>
      {structure.recommendationText.trim() !== '' && (
        <Text text={structure.recommendationText} isBig={isBig} isStrong />
      )}
      <AvoidList avoided={report.content?.avoid ?? []} />
      {report.content?.overrides.map((one) => (
        <p key={one.reason} className="text-12 text-ink-2">
          {t('override', { reason: one.reason, answer: one.answer ?? '' })}
        </p>
      ))}
    </>
  )
}

function Conclusion({ structure }: { readonly structure: ReportStructure }) {
  const t = useTranslations('report.view')
  const { statements, comparison, diagnosis, measurements, conclusionText } = structure
  const named = diagnosis === null ? null : diagnosisOf(diagnosis)
  return (
    <>
      <ul className="grid gap-0.5 text-14">
        {statements.map((one) => (
          <li key={`${one.code} ${one.leads.join()}`}>{statementText(one)}.</li>
        ))}
        {comparison !== null && <li>{t('comparison', { text: statementOf(comparison)?.en ?? '' })}</li>}
        {named && <li className="font-semi">{t('diagnosis', { text: named.en, code: named.code })}</li>}
      </ul>
      {measurements && <MeasurementsText measurements={measurements} />}
      {conclusionText.trim() !== '' && <Text text={conclusionText} isBig={false} />}
    </>
  )
}

function Text({ text, isBig, isStrong = false }: { text: string; isBig: boolean; isStrong?: boolean }) {
  const size = isBig ? 'text-16' : 'text-14'
  return (
    <p className={`${size} leading-relaxed break-words whitespace-pre-wrap ${isStrong ? 'font-medium' : ''}`}>{text}</p>
  )
}
