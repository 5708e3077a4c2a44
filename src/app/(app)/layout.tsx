import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requireContext } from '@/server/auth/session'
import { listCases } from '@/server/cases/case-queries'
import type { Context } from '@/server/context'
import { isAwaitingNurse } from '@/ui/cases/awaiting-nurse'
import { AppShell } from '@/ui/shell/app-shell'

export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  const ctx = await requireContext()
  const { actor } = ctx
  const theme = (await cookies()).get('theme')?.value
  return (
    <AppShell
      person={{
        userId: actor.userId,
        name: actor.name,
        title: actor.title,
        role: actor.role,
        place: actor.role === 'nurse' ? (actor.facilityName ?? '') : actor.regionNames.join(', '),
        regionCodes: actor.regionCodes,
        phone: actor.role === 'nurse' ? actor.centrePhone : null,
      }}
      theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
      serverAt={ctx.now().toISOString()}
      answers={await answersOf(ctx)}
    >
      {children}
    </AppShell>
  )
}

async function answersOf(ctx: Context) {
  if (ctx.actor.role !== 'nurse') return []
  const { items } = await listCases(ctx, { show: 'open', limit: 200 })
  return items.filter(isAwaitingNurse)
}
