import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { listQueue } from '@/server/cases/queue-queries'
import { WITH_THE_PAGE } from '@/ui/queue/first-page'
import { QueueBoard } from '@/ui/queue/queue-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('queue')
  return { title: t('title') }
}

export default async function QueuePage() {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'queue.read')) notFound()
  return <QueueBoard initial={await listQueue(ctx, { limit: WITH_THE_PAGE })} />
}
