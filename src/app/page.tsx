import { redirect } from 'next/navigation'
import { requireContext } from '@/server/auth/session'
import { NAVIGATION } from '@/ui/shell/navigation'

/** The start page is the first page of one's role. */
export default async function StartPage(): Promise<never> {
  const { actor } = await requireContext()
  redirect(NAVIGATION[actor.role][0].href)
}
