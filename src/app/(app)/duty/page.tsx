import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import type { Context } from '@/server/context'
import { getDuty } from '@/server/duty/duty-queries'
import { getLadder } from '@/server/escalation/region-ladder'
import { listRegions } from '@/server/facilities/facility-queries'
import { DutyBoard } from '@/ui/duty/duty-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('duty')
  return { title: t('title') }
}

export default async function DutyPage() {
  const ctx = await requireContext()
  const { role } = ctx.actor
  if (!can(role, 'ladder.manage')) notFound()
  const duty = can(role, 'duty.manage') ? await getDuty(ctx) : null
  const regions = duty?.regions.map(({ regionCode, name }) => ({ code: regionCode, name })) ?? (await allRegions(ctx))
  const [first] = regions
  return <DutyBoard initial={duty} regions={regions} ladder={first ? await getLadder(ctx, first.code) : null} />
}

async function allRegions(ctx: Context) {
  return (await listRegions(ctx)).map(({ code, name }) => ({ code, name }))
}
