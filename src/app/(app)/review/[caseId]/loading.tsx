import { Skeleton } from '@/ui/kit/skeleton'

/** Header, paper and rail with their real heights while the case is read. */
export default function ReviewLoading() {
  return (
    <div aria-busy="true">
      <div className="min-h-[61px] border-b border-line bg-surface" />
      <div className="grid gap-3 py-2.5 md:px-3 lg:grid-cols-[minmax(0,1048px)_minmax(316px,1fr)]">
        <Skeleton className="h-[450px]" />
        <Skeleton className="h-[280px] rounded-3" />
      </div>
      <div className="fixed inset-x-0 bottom-(--dock) h-[77px] border-t border-line bg-surface" />
    </div>
  )
}
