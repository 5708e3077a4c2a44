/** The look of every menu that opens from the top bar. */
export const MENU = 'z-50 min-w-[220px] rounded-3 border border-line bg-surface p-1 shadow-2'
export const MENU_ITEM =
  'flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-2 px-2.5 text-13 text-ink outline-none select-none data-[highlighted]:bg-surface-3 data-[state=checked]:font-semi max-md:min-h-12 max-md:text-14'
