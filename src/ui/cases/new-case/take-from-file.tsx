'use client'
import { useTranslations } from 'next-intl'
import type { FileView } from '@/cases/api/views'
import { parsePinfl } from '@/cases/patient-id'
import { plainDate } from '@/i18n/format'
import { Button } from '../../kit/button'
import type { CaseForm, SetForm } from './case-form'

/** The device knows the person already: one press instead of typing, offered while the form has no name. */
export function TakeFromFile({
  form,
  files,
  set,
}: {
  readonly form: CaseForm
  readonly files: readonly FileView[]
  readonly set: SetForm
}) {
  const t = useTranslations('newCase.patient')
  const common = useTranslations('common.sexShort')
  const inFile = files
    .map(({ recording }) => recording?.patientInFile)
    .find((patient) => patient?.familyName || patient?.givenName)
  const isOffered = form.idKind !== 'unknown' && form.familyName === '' && form.givenName === ''
  if (!inFile || !isOffered) return null
  const sex = inFile.sex === 'male' || inFile.sex === 'female' ? inFile.sex : null
  const who = [
    [inFile.familyName, inFile.givenName].filter(Boolean).join(' '),
    sex && common(sex),
    inFile.birthDate && plainDate(inFile.birthDate),
  ]
  const take = () =>
    set({
      familyName: inFile.familyName ?? '',
      givenName: inFile.givenName ?? '',
      sex: form.sex ?? sex,
      birthDate: form.birthDate || (inFile.birthDate === null ? '' : plainDate(inFile.birthDate)),
      ...(form.pinfl === '' && inFile.id !== null && parsePinfl(inFile.id) ? { pinfl: inFile.id } : {}),
    })
  return (
    <Button size="md" onClick={take} className="justify-self-start whitespace-normal">
      {t('fromFile', { who: who.filter(Boolean).join(', ') })}
    </Button>
  )
}
