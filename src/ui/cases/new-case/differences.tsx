'use client'
import { useTranslations } from 'next-intl'
import type { FileView } from '@/cases/api/views'
import { findMismatches, type Mismatch } from '@/cases/identity-check'
import { codeText } from '@/i18n/code-text'
import { plainDate } from '@/i18n/format'
import { Banner } from '../../kit/banner'
import { Checkbox } from '../../kit/field'
import type { CaseForm } from './case-form'
import { enteredPerson } from './patient-input'

export type Difference = Mismatch & { readonly fileId: string; readonly fileName: string }

/** Where a file names another person than the form. */
export function differencesOf(form: CaseForm, files: readonly FileView[]): Difference[] {
  return files.flatMap(({ fileId, name, recording }) =>
    recording === null
      ? []
      : findMismatches(enteredPerson(form), recording.patientInFile).map((mismatch) => ({
          ...mismatch,
          fileId,
          fileName: name,
        })),
  )
}

/** Side by side; sending all the same needs a second confirmation. */
export function Differences({
  differences,
  isConfirmed,
  onConfirm,
  isAsked,
}: {
  readonly differences: readonly Difference[]
  readonly isConfirmed: boolean
  readonly onConfirm: (isConfirmed: boolean) => void
  readonly isAsked: boolean
}) {
  const t = useTranslations('newCase.differences')
  const sex = useTranslations('common.sex')
  const text = ({ field }: Mismatch, value: string) => {
    if (field === 'birthDate') return plainDate(value)
    return field === 'sex' ? codeText(sex, value, value) : value
  }
  if (differences.length === 0) return null
  return (
    <Banner tone="urgent" isAlert title={t('title')}>
      <table className="my-2 w-full border-collapse text-left text-13">
        <thead>
          <tr className="text-12 text-ink-2">
            <td className="w-24" />
            <th scope="col" className="py-1 pr-2 font-medium">
              {t('form')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('file')}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={`${each.fileId} ${each.field}`} className="border-t border-tone-line">
              <th scope="row" className="py-1.5 pr-2 font-medium">
                {t(`field.${each.field}`)}
              </th>
              <td className="py-1.5 pr-2 font-semi">{text(each, each.entered)}</td>
              <td className="py-1.5 font-semi">
                {text(each, each.inFile)} <span className="font-regular text-ink-2">({each.fileName})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox checked={isConfirmed} onChange={(event) => onConfirm(event.target.checked)} className="font-semi">
        {t('confirm')}
      </Checkbox>
      {isAsked && !isConfirmed && (
        <p data-problem tabIndex={-1} className="text-12 text-emergent-ink">
          {t('needed')}
        </p>
      )}
    </Banner>
  )
}
