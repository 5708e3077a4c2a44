import { Skeleton } from '@/ui/kit/skeleton'

/** The board with its real heights while it is read. */
export default function QueueLoading() {
  return (
    <div aria-busy="true">
      <div className="min-h-[52px] border-b border-line bg-surface" />
      <div className="grid gap-3 p-3 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="grid content-start gap-2.5">
          <Skeleton className="h-[98px] rounded-3" />
          <Skeleton className="h-[98px] rounded-3" />
          <Skeleton className="h-[98px] rounded-3" />
          <Skeleton className="h-[38px] rounded-3" />
          <Skeleton className="h-[38px] rounded-3" />
        </div>
        <Skeleton className="h-[240px] rounded-3" />
      </div>
    </div>
  )
}
