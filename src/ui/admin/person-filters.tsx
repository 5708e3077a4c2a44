import { useTranslations } from 'next-intl'
import type { FacilityView, PersonView } from '@/cases/api/admin-views'
import { ROLES } from '@/cases/values'
import { Select } from '../kit/field'
import { matches } from '../kit/matches'
import { SegmentedControl } from '../kit/segmented-control'
import { FilterBar } from './filter-bar'

export type PersonFilter = {
  readonly search: string
  readonly role: string
  readonly facilityId: string
  readonly show: 'active' | 'all'
}
export const NO_PERSON_FILTER: PersonFilter = { search: '', role: '', facilityId: '', show: 'active' }

export function fitsPersonFilter(person: PersonView, filter: PersonFilter): boolean {
  return (
    (filter.show === 'all' || person.isActive) &&
    (filter.role === '' || person.role === filter.role) &&
    (filter.facilityId === '' || person.facilityId === filter.facilityId) &&
    matches(filter.search, [person.name, person.email, person.title])
  )
}

export function PersonFilters({
  filter,
  onChange,
  facilities,
}: {
  readonly filter: PersonFilter
  readonly onChange: (filter: PersonFilter) => void
  readonly facilities: readonly FacilityView[]
}) {
  const t = useTranslations('people')
  const role = useTranslations('common.role')
  return (
    <FilterBar
      label={t('filters')}
      placeholder={t('search')}
      search={filter.search}
      onSearch={(search) => onChange({ ...filter, search })}
    >
      <Select
        aria-label={t('role')}
        className="max-md:h-tap md:w-auto"
        value={filter.role}
        onChange={(event) => onChange({ ...filter, role: event.currentTarget.value })}
      >
        <option value="">{t('allRoles')}</option>
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {role(each)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('facility')}
        className="max-md:h-tap md:w-auto"
        value={filter.facilityId}
        onChange={(event) => onChange({ ...filter, facilityId: event.currentTarget.value })}
      >
        <option value="">{t('allFacilities')}</option>
        {facilities.map((facility) => (
          <option key={facility.facilityId} value={facility.facilityId}>
            {facility.name}
          </option>
        ))}
      </Select>
      <SegmentedControl
        look="tabs"
        label={t('show')}
        isLabelHidden
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show })}
        segments={[
          { value: 'active', label: t('active') },
          { value: 'all', label: t('all') },
        ]}
        className="max-md:w-full"
      />
    </FilterBar>
  )
}
