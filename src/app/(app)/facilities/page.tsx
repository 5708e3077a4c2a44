import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { listFacilities, listRegions } from '@/server/facilities/facility-queries'
import { FacilityBoard } from '@/ui/admin/facility-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('facilities')
  return { title: t('title') }
}

export default async function FacilitiesPage() {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'facility.manage')) notFound()
  const [facilities, regions] = await Promise.all([listFacilities(ctx), listRegions(ctx)])
  return <FacilityBoard facilities={facilities} regions={regions} />
}
