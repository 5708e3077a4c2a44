'use client'
import { useId } from 'react'
import { classNames } from '../../kit/class-names'

type Option<T extends string> = {
  readonly value: T
  readonly label: string
  /** Chosen, it raises the class. */
  readonly isHot?: boolean
  /** Chosen elsewhere on the page. */
  readonly isLocked?: boolean
}

/** Several of a few: ticks in the form of chips. */
export function Choices<T extends string>({
  label,
  options,
  chosen,
  onChange,
  error,
}: {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
  readonly error?: string | undefined
}) {
  const id = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-13 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ value, label: text, isHot, isLocked }) => (
          <label key={value} className="relative">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={isLocked}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-2"
            />
            <span
              className={classNames(
                'pointer-events-none relative flex min-h-8 items-center rounded-2 border border-line-strong px-2.5 font-medium text-ink-2 peer-checked:font-semi peer-focus-visible:shadow-[var(--focus)] max-md:min-h-12 max-md:px-3 max-md:text-14',
                isHot
                  ? 'peer-checked:border-emergent peer-checked:bg-emergent peer-checked:text-on-emergent'
                  : 'peer-checked:border-ink peer-checked:bg-ink peer-checked:text-surface',
              )}
            >
              {text}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} data-problem tabIndex={-1} className="mt-1.5 text-12 text-emergent-ink">
          {error}
        </p>
      )}
    </fieldset>
  )
}
