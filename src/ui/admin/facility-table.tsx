import { useTranslations } from 'next-intl'
import type { FacilityView } from '@/cases/api/admin-views'
import { Button } from '../kit/button'
import { Chip } from '../kit/chip'
import { Table, Td, Th } from '../kit/table'

const WIDE = 'max-md:hidden'

/** On a phone the first column carries what the hidden ones say. */
export function FacilityTable({
  facilities,
  onChange,
}: {
  readonly facilities: readonly FacilityView[]
  readonly onChange: (facility: FacilityView) => void
}) {
  const t = useTranslations('facilities')
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th className={WIDE}>{t('district')}</Th>
          <Th className={WIDE}>{t('phone')}</Th>
          <Th className={WIDE}>{t('centre')}</Th>
          <Th className={`${WIDE} text-right`}>{t('people')}</Th>
          <Th className={`${WIDE} text-right`}>{t('openCases')}</Th>
          <Th>
            <span className="sr-only">{t('change')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {facilities.map((facility) => (
          <FacilityRow key={facility.facilityId} facility={facility} onChange={() => onChange(facility)} />
        ))}
      </tbody>
    </Table>
  )
}

function FacilityRow({ facility, onChange }: { readonly facility: FacilityView; readonly onChange: () => void }) {
  const t = useTranslations('facilities')
  const district = facility.districtName ?? t('noDistrict')
  return (
    <tr className={facility.isActive ? 'hover:bg-surface-2' : 'text-ink-2 hover:bg-surface-2'}>
      <Td>
        <p className="flex flex-wrap items-center gap-2 text-14 font-medium">
          {facility.name}
          {!facility.isActive && <Chip isOutlined>{t('inactive')}</Chip>}
        </p>
        <p className="text-12 text-ink-2">{t(`types.${facility.type}`)}</p>
        <p className="text-12 text-ink-2 md:hidden">
          {district} · {facility.phone}
        </p>
      </Td>
      <Td className={WIDE}>
        <p>{district}</p>
        <p className="text-12 text-ink-2">{facility.regionName}</p>
      </Td>
      <Td className={`${WIDE} whitespace-nowrap`}>{facility.phone}</Td>
      <Td className={WIDE}>
        {facility.type === 'regional_centre' && facility.centreName === null ? null : (
          <>
            <p>{facility.centreName ?? t('noCentre')}</p>
            <p className="text-12 text-ink-2">
              {facility.backupCentreName ? t('backupNote', { name: facility.backupCentreName }) : t('noBackup')}
            </p>
          </>
        )}
      </Td>
      <Td className={`${WIDE} text-right`}>{facility.peopleCount}</Td>
      <Td className={`${WIDE} text-right`}>{facility.openCaseCount}</Td>
      <Td className="text-right">
        <Button size="sm" onClick={onChange} aria-label={t('changeNamed', { name: facility.name })}>
          {t('change')}
        </Button>
      </Td>
    </tr>
  )
}
