import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { getRuleSettings } from '@/server/rules/rule-settings'
import { RulesBoard } from '@/ui/admin/rules-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('analysis.rules')
  return { title: t('title') }
}

export default async function RulesPage() {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'rules.manage')) notFound()
  return <RulesBoard initial={await getRuleSettings(ctx)} />
}
