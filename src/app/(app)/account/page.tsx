import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listSessions, listTokens } from '@/server/account/account-queries'
import { requireContext } from '@/server/auth/session'
import { AccountBoard } from '@/ui/account/account-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const ctx = await requireContext()
  const [sessions, tokens] = await Promise.all([listSessions(ctx), listTokens(ctx)])
  const { name, title, email, role, facilityName, regionNames } = ctx.actor
  return (
    <AccountBoard owner={{ name, title, email, role, facilityName, regionNames }} sessions={sessions} tokens={tokens} />
  )
}
