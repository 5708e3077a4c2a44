import { Skeleton } from '@/ui/kit/skeleton'

/** Readers and ladder with their real heights while they are read. */
export default function DutyLoading() {
  return (
    <div aria-busy="true" className="mx-auto grid max-w-[1180px] gap-3 p-3">
      <Skeleton className="h-11 w-72" />
      <Skeleton className="h-[150px] rounded-3" />
      <Skeleton className="h-[520px] rounded-3" />
    </div>
  )
}
