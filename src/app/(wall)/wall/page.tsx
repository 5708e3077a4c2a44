import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { listQueue } from '@/server/cases/queue-queries'
import { FIRST_PAGE } from '@/ui/queue/first-page'
import { AppProviders } from '@/ui/shell/app-providers'
import { Dock } from '@/ui/shell/dock'
import { LineBar, SoundBar } from '@/ui/shell/line-bars'
import { WallBoard } from '@/ui/wall/wall-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wall')
  return { title: t('title') }
}

/** Without the shell: no menu, no name of a person, nothing that has to be touched. */
export default async function WallPage() {
  const ctx = await requireContext()
  const { userId, role, regionCodes } = ctx.actor
  if (!can(role, 'queue.read')) notFound()
  return (
    <AppProviders me={{ userId, role, regionCodes }} serverAt={ctx.now().toISOString()}>
      <main>
        <WallBoard initial={await listQueue(ctx, { limit: FIRST_PAGE })} />
      </main>
      <Dock>
        <SoundBar />
        <LineBar phone={null} />
      </Dock>
    </AppProviders>
  )
}
