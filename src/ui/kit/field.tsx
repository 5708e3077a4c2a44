import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'

/** What a control inside a `Field` needs to belong to its label, hint and error. */
export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above a control, hint or error below it. The child gets the ids: `{(control) => <Input {...control} />}`. */
export function Field({
  label,
  aside,
  hint,
  error,
  className,
  children,
}: {
  readonly label: ReactNode
  /** Small text at the right end of the label line: a unit, "optional". */
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly className?: string
  readonly children: (control: FieldControl) => ReactNode
}) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <span className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-13 font-medium">
          {label}
        </label>
        {aside && <span className="text-12 text-ink-3">{aside}</span>}
      </span>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={classNames('text-12', error ? 'text-emergent-ink' : 'text-ink-2')}>
          {note}
        </p>
      )}
    </div>
  )
}

const CONTROL =
  'w-full rounded-2 border border-line-strong bg-surface px-3 text-ink aria-invalid:border-emergent disabled:border-line disabled:bg-surface-2 disabled:text-ink-3 max-md:text-16'
const HEIGHT = { md: 'h-ctl', lg: 'h-tap text-16' } as const

/** One line of text. `unit` stands at its right end; `isHot` gives it the red edge of a value that raises urgency. */
export function Input({
  size = 'md',
  unit,
  isHot = false,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'size'> & {
  readonly size?: 'md' | 'lg'
  readonly unit?: string
  readonly isHot?: boolean
}) {
  const look = classNames(
    CONTROL,
    HEIGHT[size],
    unit !== undefined && 'pr-14',
    isHot && 'border-emergent shadow-[inset_0_0_0_1px_var(--emergent)]',
    className,
  )
  if (unit === undefined) return <input autoComplete="off" {...rest} className={look} />
  return (
    <span className="relative block">
      <input autoComplete="off" {...rest} className={look} />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-13 text-ink-3"
      >
        {unit}
      </span>
    </span>
  )
}

/** Several lines of text. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} {...rest} className={classNames(CONTROL, 'py-2 leading-normal', className)} />
}

/** A list to choose from, the browser's own: it works with keyboard, finger and screen reader everywhere. */
export function Select({
  size = 'md',
  className,
  ...rest
}: Omit<ComponentProps<'select'>, 'size'> & { readonly size?: 'md' | 'lg' }) {
  return <select {...rest} className={classNames(CONTROL, HEIGHT[size], className)} />
}

/** A tick with its text; the whole line can be pressed. */
export function Checkbox({ className, children, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className={classNames('flex min-h-ctl items-center gap-2.5 text-13', className)}>
      <input {...rest} type="checkbox" className="size-[18px] shrink-0 accent-accent max-md:size-6" />
      <span>{children}</span>
    </label>
  )
}
