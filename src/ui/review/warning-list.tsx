'use client'

import { useTranslations } from 'next-intl'
import type { CaseWarning } from '@/cases/api/views'
import { plainDate } from '@/i18n/format'
import { Banner } from '../kit/banner'

const IDENTITY = ['name_differs', 'id_differs', 'sex_differs', 'birth_date_differs']

/** Is it the right person, and the right ECG? Differences between form and file stand side by side. */
export function WarningList({ warnings }: { readonly warnings: readonly CaseWarning[] }) {
  const t = useTranslations('review.warning')
  const tWarning = useTranslations('cases.warning')
  const different = withoutRepeats(warnings)
  const about = different.filter(({ code }) => IDENTITY.includes(code))
  const others = different.filter(({ code }) => !IDENTITY.includes(code))
  return (
    <>
      {about.length > 0 && (
        <Banner tone="emergent" title={t('title')}>
          <table className="mt-1 w-full text-left text-12">
            <thead className="text-ink-2">
              <tr>
                <td />
                <th scope="col" className="pr-3 font-medium">
                  {t('entered')}
                </th>
                <th scope="col" className="font-medium">
                  {t('inFile')}
                </th>
              </tr>
            </thead>
            <tbody>
              {about.map((warning) => (
                <tr key={`${warning.code} ${warning.fileId}`} className="align-top">
                  <th scope="row" className="pr-3 font-regular text-ink-2">
                    {tWarning(warning.code)}
                  </th>
                  <td className="pr-3 font-medium break-words">{shown(warning.entered)}</td>
                  <td className="font-medium break-words">{shown(warning.inFile)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-1 text-12 text-ink-2">
            {about.every(({ isConfirmed }) => isConfirmed) ? t('confirmed') : t('notConfirmed')}
          </p>
        </Banner>
      )}
      {others.map((warning) => (
        <Banner key={`${warning.code} ${warning.fileId}`} tone="urgent">
          {tWarning(warning.code)}
          {warning.inFile && <span className="text-ink-2"> · {shown(warning.inFile)}</span>}
        </Banner>
      ))}
    </>
  )
}

/** Two files with the same fault say it once. */
function withoutRepeats(warnings: readonly CaseWarning[]): CaseWarning[] {
  const key = ({ code, entered, inFile }: CaseWarning) => `${code} ${entered} ${inFile}`
  return [...new Map(warnings.map((warning) => [key(warning), warning])).values()]
}

function shown(value: string | undefined): string {
  return plainDate(value ?? '–')
}
