import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input } from '../kit/field'

/** Search and filters in one line; on a phone one below the other. */
export function FilterBar({
  label,
  search,
  onSearch,
  placeholder,
  children,
}: {
  readonly label: string
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly placeholder: string
  readonly children: ReactNode
}) {
  return (
    <search aria-label={label} className="flex flex-wrap items-center gap-2">
      <span className="relative min-w-0 flex-1 basis-56 max-md:basis-full">
        <Search size={16} aria-hidden="true" className="absolute inset-y-0 left-2.5 my-auto text-ink-3" />
        <Input
          type="search"
          aria-label={placeholder}
          placeholder={placeholder}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          className="pl-8 max-md:h-tap"
        />
      </span>
      {children}
    </search>
  )
}
