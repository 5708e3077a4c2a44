import type { ReactNode } from 'react'

/** Title of the page, one line about it, and its buttons at the right. */
export function PageHeader({
  title,
  note,
  actions,
}: {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h1>{title}</h1>
        {note && <p className="mt-0.5 text-ink-2">{note}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">{actions}</div>}
    </header>
  )
}
