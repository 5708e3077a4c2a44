import { useTranslations } from 'next-intl'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { ROLES, type Role } from '@/cases/values'
import { codeText } from '@/i18n/code-text'
import { fieldFault } from '../account/field-fault'
import type { ApiFailure } from '../api/client'
import { Banner } from '../kit/banner'
import { Field, Input, Select } from '../kit/field'
import { needsOf, type PersonDraft } from './person-draft'
import { RegionChoice } from './region-choice'

export type Places = { readonly facilities: readonly FacilityView[]; readonly regions: readonly RegionView[] }

export function PersonFields({
  draft,
  onChange,
  places,
  failure,
  isNew,
  isOwn,
}: {
  readonly draft: PersonDraft
  readonly onChange: (draft: PersonDraft) => void
  readonly places: Places
  readonly failure: ApiFailure | null
  readonly isNew: boolean
  readonly isOwn: boolean
}) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const errorOf = usePersonError(failure)
  const set = (field: 'email' | 'name' | 'title' | 'phone') => (event: { currentTarget: { value: string } }) =>
    onChange({ ...draft, [field]: event.currentTarget.value })
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field label={t('name')} hint={t('nameHint')} className="md:col-span-2" {...errorOf('name', draft.name)}>
        {(control) => <Input {...control} maxLength={160} value={draft.name} onChange={set('name')} />}
      </Field>
      {isNew && (
        <Field label={t('email')} hint={t('emailHint')} className="md:col-span-2" {...errorOf('email', draft.email)}>
          {(control) => <Input {...control} type="email" maxLength={200} value={draft.email} onChange={set('email')} />}
        </Field>
      )}
      <Field label={t('personTitle')} aside={common('optional')}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            placeholder={t('titlePlaceholder')}
            value={draft.title}
            onChange={set('title')}
          />
        )}
      </Field>
      <Field label={t('phone')} aside={common('optional')}>
        {(control) => <Input {...control} type="tel" maxLength={30} value={draft.phone} onChange={set('phone')} />}
      </Field>
      {isOwn ? (
        <Banner tone="routine" className="md:col-span-2">
          {t('ownRole')}
        </Banner>
      ) : (
        <MembershipFields draft={draft} onChange={onChange} places={places} errorOf={errorOf} />
      )}
    </div>
  )
}

type ErrorOf = (field: string, value: string) => { error?: string }

function MembershipFields({
  draft,
  onChange,
  places,
  errorOf,
}: {
  readonly draft: PersonDraft
  readonly onChange: (draft: PersonDraft) => void
  readonly places: Places
  readonly errorOf: ErrorOf
}) {
  const t = useTranslations('people')
  const role = useTranslations('common.role')
  const needs = needsOf(draft.role)
  return (
    <>
      <Field label={t('role')} hint={t(`roleHint.${draft.role}`)} className="md:col-span-2" {...errorOf('role', 'x')}>
        {(control) => (
          <Select
            {...control}
            value={draft.role}
            // The options are the roles.
            onChange={(event) => onChange({ ...draft, role: event.currentTarget.value as Role })}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {role(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {needs.facility !== 'none' && (
        <Field label={t('centre')} className="md:col-span-2" {...errorOf('facilityId', 'x')}>
          {(control) => (
            <Select
              {...control}
              value={draft.facilityId}
              onChange={(event) => onChange({ ...draft, facilityId: event.currentTarget.value })}
            >
              <option value="">{needs.facility === 'required' ? t('chooseFacility') : t('noFacility')}</option>
              {places.facilities.map((facility) => (
                <option key={facility.facilityId} value={facility.facilityId}>
                  {facility.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {needs.regions !== 'none' && (
        <RegionChoice
          regions={places.regions}
          chosen={draft.regionCodes}
          onChange={(regionCodes) => onChange({ ...draft, regionCodes })}
          hint={needs.regions === 'optional' ? t('regionsHint') : null}
          error={errorOf('regionCodes', 'x').error ?? null}
        />
      )}
    </>
  )
}

/** The server's word on a field as a sentence; an empty field needs no other explanation. */
function usePersonError(failure: ApiFailure | null): ErrorOf {
  const t = useTranslations('people.fault')
  return (field, value) => {
    const code = fieldFault(failure, field)
    if (code === null) return {}
    if (value.trim() === '') return { error: t('missing') }
    return { error: codeText(t, code, t(field === 'email' ? 'email' : 'invalid')) }
  }
}
