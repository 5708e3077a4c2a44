import { useTranslations } from 'next-intl'
import { MEASURED, type ReportMeasurements } from '@/cases/report/structure'

/** The numbers that the reader stands for, in one line. */
export function MeasurementsText({ measurements }: { readonly measurements: ReportMeasurements }) {
  const t = useTranslations('report.measured')
  const known = MEASURED.flatMap((key) => {
    const value = measurements[key]
    return value === null ? [] : [t(key, { value })]
  })
  return <p className="text-12 text-ink-2">{known.join(' · ')}</p>
}
