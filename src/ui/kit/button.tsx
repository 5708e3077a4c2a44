import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type Look = {
  /** `primary` = the one thing to do here; `danger` = red, raises urgency; `quiet` = no edge. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet'
  /** `md` grows to 48 px under a finger; `lg` is 48 px everywhere; `xl` is the send button. */
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
  readonly isWide?: boolean
}

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-2 border text-center transition-colors select-none disabled:cursor-default disabled:border-line disabled:bg-surface-2 disabled:text-ink-3 aria-disabled:opacity-60'
const TONES = {
  plain: 'border-line-strong bg-surface text-ink font-medium hover:bg-surface-3',
  primary: 'border-accent bg-accent text-on-accent font-semi hover:bg-accent-hover',
  danger: 'border-emergent bg-emergent text-on-emergent font-bold hover:brightness-95',
  quiet: 'border-transparent bg-transparent text-ink-2 font-medium hover:bg-surface-3 hover:text-ink',
} as const
const SIZES = {
  sm: 'min-h-[26px] px-2 text-12 max-md:min-h-10 max-md:px-3 max-md:text-13',
  md: 'min-h-ctl px-3 max-md:text-14',
  lg: 'min-h-tap px-4 text-16',
  xl: 'min-h-16 px-5 text-20',
} as const

/** A button. While `isBusy` it keeps its width and takes no second press. */
export function Button({
  tone,
  size,
  isWide,
  isBusy = false,
  className,
  type = 'button',
  disabled,
  children,
  ...rest
}: Look & ComponentProps<'button'> & { readonly isBusy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(look({ tone, size, isWide }), className)}
    >
      {children}
    </button>
  )
}

/** A link inside the app that looks like a button. */
export function ButtonLink({
  tone,
  size,
  isWide,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link> & { readonly children: ReactNode }) {
  return (
    <Link {...rest} className={classNames(look({ tone, size, isWide }), className)}>
      {children}
    </Link>
  )
}

/** A square button with an icon only; `label` is its name for everybody who does not see the icon. */
export function IconButton({
  label,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { readonly label: string }) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-grid size-8 place-items-center rounded-2 text-ink-2 hover:bg-surface-3 hover:text-ink max-md:size-11',
        className,
      )}
    >
      {children}
    </button>
  )
}

/** The look of a button for things that are neither (a telephone link, a file label). */
export function buttonLook(options: Look = {}): string {
  return look({ tone: undefined, size: undefined, isWide: undefined, ...options })
}

function look({ tone = 'plain', size = 'md', isWide }: { [K in keyof Look]: Look[K] | undefined }): string {
  return classNames(BASE, TONES[tone], SIZES[size], isWide && 'w-full')
}
