/** A key. Hidden where there is no keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-1 border border-line bg-surface px-1 font-sans text-11 leading-none font-medium text-ink-2 max-md:hidden">
      {children}
    </kbd>
  )
}
