import { useTranslations } from 'next-intl'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { Select } from '../kit/field'
import { matches } from '../kit/matches'
import { SegmentedControl } from '../kit/segmented-control'
import { FilterBar } from './filter-bar'

export type FacilityFilter = {
  readonly search: string
  readonly regionCode: string
  readonly districtCode: string
  readonly show: 'active' | 'all'
}
export const NO_FACILITY_FILTER: FacilityFilter = { search: '', regionCode: '', districtCode: '', show: 'active' }

export function fitsFacilityFilter(facility: FacilityView, filter: FacilityFilter): boolean {
  return (
    (filter.show === 'all' || facility.isActive) &&
    (filter.regionCode === '' || facility.regionCode === filter.regionCode) &&
    (filter.districtCode === '' || facility.districtCode === filter.districtCode) &&
    matches(filter.search, [facility.name, facility.phone, facility.districtName])
  )
}

export function FacilityFilters({
  filter,
  onChange,
  regions,
}: {
  readonly filter: FacilityFilter
  readonly onChange: (filter: FacilityFilter) => void
  readonly regions: readonly RegionView[]
}) {
  const t = useTranslations('facilities')
  const districts = regions.find((region) => region.code === filter.regionCode)?.districts ?? []
  return (
    <FilterBar
      label={t('filters')}
      placeholder={t('search')}
      search={filter.search}
      onSearch={(search) => onChange({ ...filter, search })}
    >
      <Select
        aria-label={t('region')}
        className="max-md:h-tap md:w-auto"
        value={filter.regionCode}
        onChange={(event) => onChange({ ...filter, regionCode: event.currentTarget.value, districtCode: '' })}
      >
        <option value="">{t('allRegions')}</option>
        {regions.map((region) => (
          <option key={region.code} value={region.code}>
            {region.name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('district')}
        className="max-md:h-tap md:w-auto"
        disabled={districts.length === 0}
        value={filter.districtCode}
        onChange={(event) => onChange({ ...filter, districtCode: event.currentTarget.value })}
      >
        <option value="">{t('allDistricts')}</option>
        {districts.map((district) => (
          <option key={district.code} value={district.code}>
            {district.name}
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
