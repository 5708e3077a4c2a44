import { useTranslations } from 'next-intl'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { FACILITY_TYPES } from '@/cases/values'
import { codeText } from '@/i18n/code-text'
import { fieldFault } from '../account/field-fault'
import type { ApiFailure } from '../api/client'
import { Field, Input, Select } from '../kit/field'
import type { FacilityDraft } from './facility-draft'

export function FacilityFields({
  draft,
  onChange,
  regions,
  centres,
  failure,
}: {
  readonly draft: FacilityDraft
  readonly onChange: (draft: FacilityDraft) => void
  readonly regions: readonly RegionView[]
  readonly centres: readonly FacilityView[]
  readonly failure: ApiFailure | null
}) {
  const t = useTranslations('facilities')
  const common = useTranslations('common')
  const districts = regions.find((region) => region.code === draft.regionCode)?.districts ?? []
  const errorOf = useFieldError(failure)
  const set = (field: keyof FacilityDraft) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...draft, [field]: event.currentTarget.value })
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field label={t('name')} className="md:col-span-2" {...errorOf('name', draft.name)}>
        {(control) => <Input {...control} maxLength={160} value={draft.name} onChange={set('name')} />}
      </Field>
      <Field label={t('type')} {...errorOf('type', draft.type)}>
        {(control) => (
          <Select {...control} value={draft.type} onChange={set('type')}>
            {FACILITY_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('phone')} hint={t('phoneHint')} {...errorOf('phone', draft.phone)}>
        {(control) => <Input {...control} type="tel" maxLength={20} value={draft.phone} onChange={set('phone')} />}
      </Field>
      <Field label={t('region')} {...errorOf('regionCode', draft.regionCode)}>
        {(control) => (
          <Select
            {...control}
            value={draft.regionCode}
            onChange={(event) => onChange({ ...draft, regionCode: event.currentTarget.value, districtCode: '' })}
          >
            {regions.map((region) => (
              <option key={region.code} value={region.code}>
                {region.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('district')} {...errorOf('districtCode', 'x')}>
        {(control) => (
          <Select {...control} value={draft.districtCode} onChange={set('districtCode')}>
            <option value="">{t('noDistrict')}</option>
            {districts.map((district) => (
              <option key={district.code} value={district.code}>
                {district.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('address')} aside={common('optional')} className="md:col-span-2" {...errorOf('address', 'x')}>
        {(control) => <Input {...control} maxLength={300} value={draft.address} onChange={set('address')} />}
      </Field>
      <Field label={t('centre')} hint={t('centreHint')} {...errorOf('centreId', 'x')}>
        {(control) => (
          <CentreSelect
            {...control}
            none={t('noCentre')}
            centres={centres}
            value={draft.centreId}
            onChange={set('centreId')}
          />
        )}
      </Field>
      <Field label={t('travel')} hint={t('travelHint')} aside={common('optional')} {...errorOf('travelMinutes', 'x')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={1440}
            unit={t('minutes')}
            value={draft.travelMinutes}
            onChange={set('travelMinutes')}
          />
        )}
      </Field>
      <Field label={t('backupCentre')} {...errorOf('backupCentreId', 'x')}>
        {(control) => (
          <CentreSelect
            {...control}
            none={t('noBackup')}
            centres={centres}
            value={draft.backupCentreId}
            onChange={set('backupCentreId')}
          />
        )}
      </Field>
    </div>
  )
}

function CentreSelect({
  none,
  centres,
  ...rest
}: Parameters<typeof Select>[0] & { readonly none: string; readonly centres: readonly FacilityView[] }) {
  return (
    <Select {...rest}>
      <option value="">{none}</option>
      {centres.map((centre) => (
        <option key={centre.facilityId} value={centre.facilityId}>
          {centre.name}
        </option>
      ))}
    </Select>
  )
}

/** The server's word on a field as a sentence; an empty field needs no other explanation. */
function useFieldError(failure: ApiFailure | null): (field: string, value: string) => { error?: string } {
  const t = useTranslations('facilities.fault')
  return (field, value) => {
    const code = fieldFault(failure, field)
    if (code === null) return {}
    if (value.trim() === '') return { error: t('missing') }
    return { error: codeText(t, code, t(field === 'phone' ? 'phone' : 'invalid')) }
  }
}
