/** How many cases a board reads at once: more than a window shows. Those after them are read as somebody scrolls. */
export const FIRST_PAGE = 100
/** How many the server draws: a windowful, and every EMERGENT one. Drawing rows is what keeps it busy (docs/fast-path.md). */
export const DRAWN_BY_SERVER = 30
