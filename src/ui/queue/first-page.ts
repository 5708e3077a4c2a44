/** How many cases a board reads at once: more than a window shows. Those after them are read as somebody scrolls. */
export const FIRST_PAGE = 100
/** How many come with the page: a windowful, and every EMERGENT one. */
export const WITH_THE_PAGE = 30
