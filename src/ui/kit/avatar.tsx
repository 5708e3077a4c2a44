import { classNames } from './class-names'

/** Initials of a person. */
export function Avatar({ name, isStrong = false }: { readonly name: string; readonly isStrong?: boolean }) {
  const words = name.split(/[\s.]+/).filter(Boolean)
  const initials = `${words[0]?.charAt(0) ?? ''}${words.at(-1)?.charAt(0) ?? ''}`.toUpperCase()
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-grid size-6 shrink-0 place-items-center rounded-full text-11 font-semi tracking-[.02em]',
        isStrong ? 'bg-accent text-on-accent' : 'bg-surface-3 text-ink-2',
      )}
    >
      {initials}
    </span>
  )
}
