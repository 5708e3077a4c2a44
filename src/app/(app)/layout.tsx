import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requireContext } from '@/server/auth/session'
import { listCases } from '@/server/cases/case-queries'
import type { Context } from '@/server/context'
import { isAwaitingNurse } from '@/ui/cases/awaiting-nurse'
import { parseScreen, SCREEN_COOKIE } from '@/ui/ecg/screen-scale'
import { CHOICE_COOKIE, parseChoice } from '@/ui/ecg/viewer-choice'
import { ViewerMemoryProvider } from '@/ui/ecg/viewer-memory'
import { AppShell } from '@/ui/shell/app-shell'
import { AppTexts } from '@/ui/texts/app-texts'

export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  const ctx = await requireContext()
  const { actor } = ctx
  const jar = await cookies()
  const theme = jar.get('theme')?.value
  return (
    <AppTexts>
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
        <ViewerMemoryProvider
          choice={parseChoice(jar.get(CHOICE_COOKIE)?.value)}
          screen={parseScreen(jar.get(SCREEN_COOKIE)?.value)}
        >
          {children}
        </ViewerMemoryProvider>
      </AppShell>
    </AppTexts>
  )
}

async function answersOf(ctx: Context) {
  if (ctx.actor.role !== 'nurse') return []
  const { items } = await listCases(ctx, { show: 'open', limit: 200 })
  return items.filter(isAwaitingNurse)
}
