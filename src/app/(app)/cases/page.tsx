import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { listCases } from '@/server/cases/case-queries'
import { CasesPage } from '@/ui/cases/cases-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases')
  return { title: t('title') }
}

export default async function Page() {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'case.read')) notFound()
  const { role, centrePhone } = ctx.actor
  return (
    <CasesPage initial={await listCases(ctx, { limit: 50 })} isFacility={role === 'nurse'} centrePhone={centrePhone} />
  )
}
