import { useTranslations } from 'next-intl'
import type { CaliperView } from '@/cases/api/calipers'
import { CaliperList } from './caliper-list'

/** What was measured when a report was signed: it stays, whatever is measured later. */
export function ReportCalipers({ calipers }: { readonly calipers: readonly CaliperView[] }) {
  const t = useTranslations('trace.caliper')
  if (calipers.length === 0) return null
  return (
    <section aria-label={t('inReport')} className="grid gap-1">
      <h3 className="text-12 font-medium text-ink-2">{t('inReport')}</h3>
      <CaliperList calipers={calipers} />
    </section>
  )
}
