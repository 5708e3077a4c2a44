/** How many cases a board reads at once: more than a window shows. Those after them are read as somebody scrolls. */
export const FIRST_PAGE = 100
