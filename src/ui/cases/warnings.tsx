'use client'
import { useTranslations } from 'next-intl'
import type { CaseWarning } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'
import { plainDate, wallClock } from '@/i18n/format'
import { Banner } from '../kit/banner'

/** What does not fit together: each in one line, form and file side by side. */
export function Warnings({ warnings }: { readonly warnings: readonly CaseWarning[] }) {
  const t = useTranslations('cases.warning')
  const sex = useTranslations('common.sex')
  const value = (code: CaseWarning['code'], text: string) => {
    if (code === 'birth_date_differs') return plainDate(text)
    return code === 'sex_differs' ? codeText(sex, text, text) : text
  }
  if (warnings.length === 0) return null
  return (
    <Banner tone="urgent">
      <ul className="grid gap-1">
        {warnings.map(({ code, fileId, entered, inFile, isConfirmed }) => (
          <li key={`${code} ${fileId ?? ''}`}>
            <b className="text-tone-ink">{t(code)}</b>
            {entered !== undefined && inFile !== undefined && (
              <span> · {t('pair', { entered: value(code, entered), inFile: value(code, inFile) })}</span>
            )}
            {code === 'ecg_older_than_24h' && inFile && <span> · {t('recorded', { time: wallClock(inFile) })}</span>}
            {isConfirmed && <span className="text-ink-2"> · {t('confirmed')}</span>}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
