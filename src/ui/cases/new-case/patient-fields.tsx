'use client'
import { useTranslations } from 'next-intl'
import { parsePinfl } from '@/cases/patient-id'
import { SEXES } from '@/cases/values'
import { plainDate } from '@/i18n/format'
import { Banner } from '../../kit/banner'
import { Field, Input } from '../../kit/field'
import { SegmentedControl } from '../../kit/segmented-control'
import { type CaseForm, ID_KINDS, type SetForm } from './case-form'
import type { FieldProblems } from './clinical-input'
import { LookupLine, useFillFromLookup } from './lookup-line'
import { wholeId } from './patient-input'
import { useProblemText } from './problem-text'
import { usePatientLookup } from './use-patient-lookup'

type Props = { readonly form: CaseForm; readonly set: SetForm; readonly problems: FieldProblems }

/** Who the person is: by PINFL, by passport, or unknown. Used for a new case and to correct an old one. */
export function PatientFields({ form, set, problems }: Props) {
  const t = useTranslations('newCase.patient')
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={t('how')}
        isLabelHidden
        look="modes"
        value={form.idKind}
        onChange={(idKind) => set({ idKind })}
        segments={ID_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {form.idKind === 'unknown' ? (
        <UnknownFields form={form} set={set} problems={problems} />
      ) : (
        <KnownFields form={form} set={set} problems={problems} />
      )}
    </div>
  )
}

function KnownFields({ form, set, problems }: Props) {
  const t = useTranslations('newCase.patient')
  const error = useProblemText()
  const lookup = usePatientLookup(wholeId(form))
  useFillFromLookup(lookup, form, set)
  return (
    <>
      {form.idKind === 'pinfl' ? (
        <PinflField form={form} set={set} problems={problems} />
      ) : (
        <Field label={t('passport')} error={error(problems.passport)} hint={t('passportHint')}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              name="passport"
              value={form.passport}
              onChange={(event) => set({ passport: event.target.value })}
            />
          )}
        </Field>
      )}
      <LookupLine lookup={lookup} />
      <div className="grid gap-3 sm:grid-cols-2">
        {(['familyName', 'givenName'] as const).map((field) => (
          <Field key={field} label={t(field)} error={error(problems[field])}>
            {(control) => (
              <Input
                {...control}
                size="lg"
                name={field}
                maxLength={80}
                value={form[field]}
                onChange={(event) => set({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('patronymic')} aside={t('optional')}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              name="patronymic"
              maxLength={80}
              value={form.patronymic}
              onChange={(event) => set({ patronymic: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('birthDate')} error={error(problems.birthDate)}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              inputMode="numeric"
              placeholder={t('birthDateHint')}
              maxLength={10}
              name="birthDate"
              value={form.birthDate}
              onChange={(event) => set({ birthDate: event.target.value })}
            />
          )}
        </Field>
      </div>
      <SexField form={form} set={set} problems={problems} />
    </>
  )
}

function PinflField({ form, set, problems }: Props) {
  const t = useTranslations('newCase.patient')
  const error = useProblemText()
  const pinfl = parsePinfl(form.pinfl)
  const isWrong = pinfl !== null && !pinfl.isCheckDigitRight
  const change = (text: string) => {
    const read = parsePinfl(text)
    const sex = read && read.sex !== 'unknown' ? { sex: read.sex } : {}
    set({ pinfl: text, ...sex, ...(read?.birthDate ? { birthDate: plainDate(read.birthDate) } : {}) })
  }
  return (
    <>
      <Field
        label={t('pinfl')}
        error={error(problems.pinfl)}
        hint={pinfl === null ? t('pinflHint', { count: form.pinfl.replace(/\D/g, '').length }) : t('pinflWhole')}
      >
        {(control) => (
          <Input
            {...control}
            size="lg"
            name="pinfl"
            inputMode="numeric"
            maxLength={20}
            className="tracking-[.04em]"
            value={form.pinfl}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {isWrong && (
        <Banner tone="urgent" title={t('checkDigit')}>
          <p className="mb-2">{t('checkDigitHint')}</p>
          <Field label={t('overrideReason')} error={error(problems.pinflOverrideReason)}>
            {(control) => (
              <Input
                {...control}
                size="lg"
                maxLength={200}
                value={form.pinflOverrideReason}
                onChange={(event) => set({ pinflOverrideReason: event.target.value })}
              />
            )}
          </Field>
        </Banner>
      )}
    </>
  )
}

function UnknownFields({ form, set, problems }: Props) {
  const t = useTranslations('newCase.patient')
  const error = useProblemText()
  return (
    <>
      <SexField form={form} set={set} problems={problems} />
      <div className="grid gap-3 sm:grid-cols-[140px_minmax(0,1fr)]">
        <Field label={t('ageYears')} error={error(problems.ageYears)}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              inputMode="numeric"
              unit={t('years')}
              maxLength={3}
              value={form.ageYears}
              onChange={(event) => set({ ageYears: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('description')} aside={t('optional')} hint={t('descriptionHint')}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              maxLength={200}
              value={form.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function SexField({ form, set, problems }: Props) {
  const t = useTranslations('newCase.patient')
  const common = useTranslations('common.sex')
  const error = useProblemText()
  return (
    <div>
      <SegmentedControl
        label={t('sex')}
        value={form.sex}
        onChange={(sex) => set({ sex })}
        segments={SEXES.map((value) => ({ value, label: common(value) }))}
      />
      {problems.sex && (
        <p data-problem tabIndex={-1} className="mt-1.5 text-12 text-emergent-ink">
          {error(problems.sex)}
        </p>
      )}
    </div>
  )
}
