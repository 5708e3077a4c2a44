import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { getCase } from '@/server/cases/case-queries'
import { AppError } from '@/server/errors'
import { ReviewPage } from '@/ui/review/review-page'
import { FirstTrace } from '../../first-trace'

type Props = { readonly params: Promise<{ readonly caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('case') }
}

export default async function Page({ params }: Props) {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'case.read')) notFound()
  const { caseId } = await params
  const view = await getCase(ctx, caseId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  return (
    <ReviewPage
      initial={view}
      me={{ userId: ctx.actor.userId, role: ctx.actor.role }}
      firstTrace={<FirstTrace ctx={ctx} view={view} />}
    />
  )
}
