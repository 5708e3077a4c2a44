import type { ReactNode } from 'react'
import { Mark } from './mark'
import type { Tone } from './tone'

/** Nothing here: says why that is fine, and what to do next. */
export function EmptyState({
  tone = 'done',
  title,
  isPage = false,
  children,
  actions,
}: {
  readonly tone?: Tone
  readonly title: string
  /** The only thing on the page: the title is its heading. */
  readonly isPage?: boolean
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="grid justify-items-center gap-1.5 px-4 py-10 text-center">
      <Mark tone={tone} size={26} />
      {isPage ? <h1 className="text-16">{title}</h1> : <p className="text-16 font-semi">{title}</p>}
      {children && <div className="max-w-[52ch] text-ink-2">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
