'use client'

import { useTranslations } from 'next-intl'
import type { Sex } from '@/cases/values'
import { usePatientText } from '../cases/use-patient-text'

type Person = { readonly sex: Sex; readonly ageYears: number | null; readonly patientName: string | null }

/** `M 58` and the name, or plain words for what is not known. */
export function usePersonLine() {
  const t = useTranslations('queue.row')
  const tSex = useTranslations('common.sexShort')
  const { unknownName } = usePatientText()
  return {
    who: ({ sex, ageYears }: Person) =>
      t('years', { sex: tSex(sex), age: ageYears === null ? t('ageUnknown') : String(ageYears) }),
    name: ({ sex, patientName }: Person) => patientName ?? unknownName(sex),
  }
}
