import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { TONE_CLASS, type Tone } from './tone'

/** Says cause, what is safe and the next step. `isAlert` reads it aloud at once. */
export function Banner({
  tone,
  title,
  isAlert = false,
  actions,
  className,
  children,
}: {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly isAlert?: boolean
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}) {
  return (
    <div
      role={isAlert ? 'alert' : undefined}
      className={classNames(
        TONE_CLASS[tone],
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 border border-tone-line border-l-4 border-l-tone bg-tone-soft px-3 py-2.5 text-ink',
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semi text-tone-ink">{title}</p>}
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
