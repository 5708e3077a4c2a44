'use client'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

export type Segment<T extends string> = {
  readonly value: T
  readonly label: ReactNode
  /** Chosen, this raises urgency: red instead of ink. */
  readonly isHot?: boolean
}

/**
 * One of a few: real radio buttons under the hood, so arrows and screen readers work. `value` may be null (nothing
 * chosen yet). `bars` is the big form of the nurse's card, `modes` chooses which fields follow, `tabs` is the small one for
 * views.
 */
export function SegmentedControl<T extends string>({
  label,
  isLabelHidden = false,
  value,
  onChange,
  segments,
  look = 'bars',
  className,
}: {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly segments: readonly Segment<T>[]
  readonly look?: 'bars' | 'modes' | 'tabs'
  readonly className?: string
}) {
  const name = useId()
  return (
    <fieldset className={classNames('min-w-0', className)}>
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1.5 text-13 font-medium'}>{label}</legend>
      <div className={classNames('flex', LOOKS[look].group)}>
        {segments.map((segment) => (
          <label key={segment.value} className={classNames('relative flex-1', LOOKS[look].item)}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-2"
            />
            <span
              className={classNames(
                'pointer-events-none relative',
                LOOKS[look].face,
                segment.isHot ? LOOKS[look].hot : LOOKS[look].on,
              )}
            >
              {segment.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const LOOKS = {
  bars: {
    group: 'rounded-2 border border-line-strong bg-surface',
    item: 'border-l border-line first:border-l-0',
    face: 'flex h-[46px] items-center justify-center gap-1.5 px-2 text-16 font-medium text-ink-2',
    on: 'peer-checked:rounded-[4px] peer-checked:bg-ink peer-checked:font-semi peer-checked:text-surface',
    hot: 'peer-checked:rounded-[4px] peer-checked:bg-emergent peer-checked:font-semi peer-checked:text-on-emergent',
  },
  modes: {
    group: 'gap-px rounded-2 bg-surface-3 p-0.5',
    item: '',
    face: 'grid h-[42px] place-items-center rounded-1 px-2 text-14 font-medium text-ink-2',
    on: 'peer-checked:bg-surface peer-checked:font-semi peer-checked:text-ink peer-checked:shadow-1',
    hot: 'peer-checked:bg-emergent peer-checked:font-semi peer-checked:text-on-emergent',
  },
  tabs: {
    group: 'gap-px rounded-2 bg-surface-3 p-0.5',
    item: 'grow-0 basis-auto max-md:grow',
    face: 'grid h-6 place-items-center rounded-1 px-2.5 text-12 font-medium whitespace-nowrap text-ink-2 max-md:h-11 max-md:text-14',
    on: 'peer-checked:bg-surface peer-checked:font-semi peer-checked:text-ink peer-checked:shadow-1',
    hot: 'peer-checked:bg-emergent peer-checked:font-semi peer-checked:text-on-emergent',
  },
} as const
