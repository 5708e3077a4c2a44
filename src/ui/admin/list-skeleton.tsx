import { useTranslations } from 'next-intl'
import { Skeleton } from '../kit/skeleton'

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8]

/** The places of a header, a line of filters and rows, at their real heights. */
export function ListSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-3 p-3">
      <Skeleton className="h-[44px] w-64" />
      <Skeleton className="h-ctl w-full" />
      <div className="rounded-3 border border-line bg-surface">
        {ROWS.map((row) => (
          <div key={row} className="grid h-[58px] content-center gap-1.5 border-b border-line px-3 last:border-b-0">
            <Skeleton className="h-3.5 w-48" />
            <Skeleton className="h-3 w-32" />
          </div>
        ))}
      </div>
    </div>
  )
}
