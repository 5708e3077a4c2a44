'use client'
import { useTranslations } from 'next-intl'
import type { PatientView } from '@/cases/api/views'
import type { Sex } from '@/cases/values'
import { plainDate } from '@/i18n/format'

/** A person in words: the name, `M 58`, and the line below with birth date and numbers. */
export function usePatientText() {
  const t = useTranslations('cases.patient')
  const common = useTranslations('common')
  const unknownName = (sex: Sex) =>
    sex === 'male' ? t('unknownMale') : sex === 'female' ? t('unknownFemale') : t('unknown')
  const sexAndAge = (sex: Sex, ageYears: number | null, isEstimate = false) =>
    [common(`sexShort.${sex}`), ageYears === null ? null : `${isEstimate ? '~' : ''}${ageYears}`]
      .filter(Boolean)
      .join(' ')
  return {
    name: (patient: PatientView | null): string => {
      if (patient === null) return t('unknown')
      const names = [patient.familyName, patient.givenName, patient.patronymic].filter(Boolean).join(' ')
      return names || unknownName(patient.sex)
    },
    unknownName,
    sexAndAge,
    details: (patient: PatientView): string =>
      [
        sexAndAge(patient.sex, patient.ageYears, patient.birthDate === null),
        patient.birthDate && t('born', { date: plainDate(patient.birthDate) }),
        patient.pinflMasked && t('pinfl', { masked: patient.pinflMasked }),
        patient.passport && t('passport', { passport: patient.passport }),
        patient.description,
      ]
        .filter(Boolean)
        .join(' · '),
  }
}
