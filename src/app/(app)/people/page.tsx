import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/cases/permissions'
import { requireContext } from '@/server/auth/session'
import { listFacilities, listRegions } from '@/server/facilities/facility-queries'
import { listPeople } from '@/server/users/user-queries'
import { PeopleBoard } from '@/ui/admin/people-board'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PeoplePage() {
  const ctx = await requireContext()
  if (!can(ctx.actor.role, 'people.manage')) notFound()
  const [people, facilities, regions] = await Promise.all([listPeople(ctx), listFacilities(ctx), listRegions(ctx)])
  const places = { facilities: facilities.filter((facility) => facility.isActive), regions }
  return <PeopleBoard people={people} places={places} ownUserId={ctx.actor.userId} />
}
