'use client'
import { useTranslations } from 'next-intl'
import type { NeededDescriptionView } from '@/cases/api/views'
import { LEAD_NAMES, type LeadName } from '@/ecg/types'
import { Select } from '../../kit/field'

const SHOWN_ROWS = 3

/** Which column is which lead, above the first rows of the file; a column that is no lead stays out. */
export function ColumnLeads({
  needs,
  columns,
  onChange,
}: {
  readonly needs: NeededDescriptionView
  readonly columns: readonly (LeadName | null)[]
  readonly onChange: (columns: readonly (LeadName | null)[]) => void
}) {
  const t = useTranslations('newCase.describe')
  const rows = needs.firstRows.slice(0, SHOWN_ROWS)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-13 font-medium">{t('columns')}</legend>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={t('columns')} className="overflow-x-auto">
        <table className="text-12">
          <thead>
            <tr>
              {columns.map((lead, index) => {
                const name = needs.columnNames[index] ?? t('column', { number: index + 1 })
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name of their own and never move
                  <th key={index} scope="col" className="min-w-24 px-1 pb-1 text-left font-medium">
                    <span className="block truncate text-ink-3">{name}</span>
                    <Select
                      aria-label={t('leadOf', { column: name })}
                      value={lead ?? ''}
                      onChange={(event) => {
                        const chosen = LEAD_NAMES.find((one) => one === event.target.value) ?? null
                        onChange(columns.map((one, at) => (at === index ? chosen : one)))
                      }}
                    >
                      <option value="">{t('noLead')}</option>
                      {LEAD_NAMES.map((one) => (
                        <option key={one} value={one}>
                          {one}
                        </option>
                      ))}
                    </Select>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview never move
              <tr key={rowIndex}>
                {columns.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={index} className="px-1 text-ink-2">
                    {row[index] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  )
}
