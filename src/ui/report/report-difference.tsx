import { useTranslations } from 'next-intl'
import { difference } from '@/cases/report/difference'
import { classNames } from '../kit/class-names'

type Words = { readonly conclusion: string; readonly recommendation: string }

/** Two versions side by side: what went is struck through, what came is marked. */
export function ReportDifference({ before, after }: { readonly before: Words; readonly after: Words }) {
  const t = useTranslations('report.difference')
  const parts = [
    ['conclusion', before.conclusion, after.conclusion],
    ['recommendation', before.recommendation, after.recommendation],
  ] as const
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded-2 border border-line bg-surface p-2">
      {parts.map(([part, old, now]) => (
        <table key={part} className="w-full table-fixed border-collapse text-13">
          <caption className="pb-1 text-left text-12 font-medium text-ink-2">{t(part)}</caption>
          <thead className="text-left text-11 text-ink-3">
            <tr>
              <th scope="col" className="font-regular">
                {t('before')}
              </th>
              <th scope="col" className="font-regular">
                {t('after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {difference(old, now).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of two texts have no other name than their place
              <tr key={at} className="align-top">
                <td className={cell(row.kind === 'changed' && row.before !== null, 'bg-emergent-soft')}>
                  {row.kind === 'changed' && row.before !== null ? <del>{row.before}</del> : row.before}
                </td>
                <td className={cell(row.kind === 'changed' && row.after !== null, 'bg-done-soft font-medium')}>
                  {row.kind === 'changed' && row.after !== null ? (
                    <ins className="no-underline">{row.after}</ins>
                  ) : (
                    row.after
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

function cell(isMarked: boolean, look: string): string {
  return classNames('border-t border-line px-1.5 py-1 break-words', isMarked && look)
}
