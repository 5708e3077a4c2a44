import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

/** A panel on the desk with a head of 36 px. `number` counts steps; `aside` stands right in the head. */
export function Panel({
  title,
  number,
  note,
  aside,
  isFlush = false,
  className,
  children,
}: {
  readonly title?: ReactNode
  readonly number?: number
  readonly note?: ReactNode
  readonly aside?: ReactNode
  /** The content brings its own padding (tables, lists, traces). */
  readonly isFlush?: boolean
  readonly className?: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classNames('min-w-0 rounded-3 border border-line bg-surface', className)}
    >
      {title && (
        <header className="flex min-h-9 items-center gap-2 border-b border-line px-3 max-md:min-h-11">
          <h2 id={id} className="whitespace-nowrap">
            {number !== undefined && <span className="mr-2">{number}</span>}
            {title}
          </h2>
          {note && <span className="min-w-0 truncate text-12 text-ink-3">{note}</span>}
          {aside && (
            <span className="ml-auto flex items-center gap-2 text-12 whitespace-nowrap text-ink-3">{aside}</span>
          )}
        </header>
      )}
      <div className={isFlush ? undefined : 'p-3'}>{children}</div>
    </section>
  )
}
