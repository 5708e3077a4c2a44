import { ListSkeleton } from '@/ui/admin/list-skeleton'

export default function Loading() {
  return <ListSkeleton />
}
