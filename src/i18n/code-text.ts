/** A translator of next-intl, of whatever namespace. */
type Translate = { (key: never, values?: never): string; readonly has: (key: never) => boolean }
type Values = Readonly<Record<string, string | number>>

/**
 * The words for a code that came from outside (a server, a file, a row of the trail), or `fallback` where it has none.
 * Everywhere else the compiler knows every key; here the text itself is asked.
 */
export function codeText(t: Translate, key: string, fallback: string, values: Values = {}): string {
  return t.has(key as never) ? t(key as never, values as never) : fallback
}
