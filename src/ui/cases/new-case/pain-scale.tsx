'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { classNames } from '../../kit/class-names'

const STRENGTHS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

/** Pain now, 0 to 10: one tap. Any pain is red, because it raises the class. */
export function PainScale({
  value,
  onChange,
  error,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}) {
  const t = useTranslations('newCase.card')
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-13 font-medium">{t('painNow')}</legend>
      <div className="grid grid-cols-6 overflow-hidden rounded-2 border border-line-strong bg-surface max-md:[&>*:nth-child(n+6)]:border-t md:grid-cols-[1.6fr_repeat(10,1fr)]">
        {STRENGTHS.map((strength) => (
          <label
            key={strength}
            className={classNames(
              'relative border-l border-line max-md:[&:nth-child(6)]:border-l-0 first:border-l-0',
              strength === '0' && 'max-md:col-span-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={strength}
              checked={value === strength}
              onChange={() => onChange(strength)}
              aria-label={strength === '0' ? t('noPain') : t('painStrength', { strength })}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-2 focus-visible:z-10"
            />
            <span
              aria-hidden="true"
              className={classNames(
                'pointer-events-none relative grid h-[46px] place-items-center px-1 text-16 font-medium text-ink-2 peer-checked:font-semi',
                strength === '0'
                  ? 'peer-checked:bg-ink peer-checked:text-surface'
                  : 'peer-checked:bg-emergent peer-checked:text-on-emergent',
              )}
            >
              {strength === '0' ? t('none') : strength}
            </span>
          </label>
        ))}
      </div>
      {error && <p className="mt-1.5 text-12 text-emergent-ink">{error}</p>}
    </fieldset>
  )
}
