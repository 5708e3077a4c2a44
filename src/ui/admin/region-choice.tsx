import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { RegionView } from '@/cases/api/admin-views'
import { Checkbox } from '../kit/field'

export function RegionChoice({
  regions,
  chosen,
  onChange,
  hint,
  error,
}: {
  readonly regions: readonly RegionView[]
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  readonly hint: string | null
  readonly error: string | null
}) {
  const t = useTranslations('people')
  const id = useId()
  const note = error ?? hint
  const toggle = (code: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, code] : chosen.filter((each) => each !== code))
  return (
    <fieldset className="md:col-span-2" {...(note === null ? {} : { 'aria-describedby': id })}>
      <legend className="mb-1 text-13 font-medium">{t('regions')}</legend>
      <div className="grid gap-x-4 rounded-2 border border-line px-3 py-1.5 sm:grid-cols-2">
        {regions.map((region) => (
          <Checkbox
            key={region.code}
            checked={chosen.includes(region.code)}
            onChange={(event) => toggle(region.code, event.currentTarget.checked)}
          >
            {region.name}
          </Checkbox>
        ))}
      </div>
      {note !== null && (
        <p id={id} className={error === null ? 'mt-1.5 text-12 text-ink-2' : 'mt-1.5 text-12 text-emergent-ink'}>
          {note}
        </p>
      )}
    </fieldset>
  )
}
