import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { getCase } from '@/server/cases/case-queries'
import { AppError } from '@/server/errors'
import { CasePage } from '@/ui/cases/case/case-page'
import { FirstTrace } from '../../first-trace'

type Props = {
  readonly params: Promise<{ readonly caseId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cases')
  // No name and no number: titles end up in histories and in the lists of open windows.
  return { title: t('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { caseId } = await params
  if (!can(ctx.actor.role, 'case.read')) notFound()
  if (ctx.actor.role !== 'nurse') redirect(`/review/${caseId}` as Route)
  const view = await getCase(ctx, caseId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  if (view.state === 'DRAFT') redirect(`/cases/new?draft=${caseId}` as Route)
  const opens = (await searchParams).add === 'values' ? 'values' : null
  return <CasePage key={caseId} initial={view} opens={opens} firstTrace={<FirstTrace ctx={ctx} view={view} />} />
}
