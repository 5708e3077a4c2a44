import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { getCase } from '@/server/cases/case-queries'
import type { Context } from '@/server/context'
import { AppError } from '@/server/errors'
import { NewCasePage } from '@/ui/cases/new-case/new-case-page'

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('newCase')
  return { title: (await searchParams).emergency ? t('titleEmergency') : t('title') }
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'case.submit')) notFound()
  const { emergency, draft } = await searchParams
  return (
    <NewCasePage
      // Another draft, or none, is another form.
      key={typeof draft === 'string' ? draft : 'new'}
      userId={ctx.actor.userId}
      phone={ctx.actor.centrePhone}
      isEmergency={emergency !== undefined}
      draft={typeof draft === 'string' ? await openDraft(ctx, draft) : null}
    />
  )
}

/** A draft of one's facility; what was sent already is shown as the case that it became. */
async function openDraft(ctx: Context, caseId: string) {
  const view = await getCase(ctx, caseId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  if (view.state !== 'DRAFT') redirect(`/cases/${caseId}` as Route)
  return { caseId, form: view.draft ?? {}, files: view.files }
}
