import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** A table with a quiet head that scrolls sideways inside its panel when the window is narrow. */
export function Table({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-13">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

/** Head cell. */
export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        'h-9 border-b border-line bg-surface-2 px-3 text-left text-12 font-medium whitespace-nowrap text-ink-2',
        className,
      )}
    />
  )
}

/** Body cell. */
export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={classNames('min-h-9 border-b border-line px-3 py-2 align-middle', className)} />
}
