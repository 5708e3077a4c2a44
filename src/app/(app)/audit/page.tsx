import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { listAudit, listAuditActors } from '@/server/audit/audit-queries'
import { requireContext } from '@/server/auth/session'
import { AuditBoard } from '@/ui/admin/audit-board'
import { auditFilterOf, auditQueryOf } from '@/ui/admin/audit-query'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'audit.read')) notFound()
  const filter = auditFilterOf(await searchParams)
  const [first, actors] = await Promise.all([listAudit(ctx, auditQueryOf(filter)), listAuditActors(ctx)])
  return <AuditBoard key={JSON.stringify(filter)} first={first} filter={filter} actors={actors} />
}
