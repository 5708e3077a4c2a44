import { foldText } from '@/cases/fold-text'

/** Whether every word of the search occurs in one of the texts; letters, case, script and apostrophes count alike. */
export function matches(search: string, texts: readonly (string | null)[]): boolean {
  return matchesFolded(search, foldText(texts.filter((text) => text !== null).join(' ')))
}

/** The same for a text that was folded before: long lists fold each row once. */
export function matchesFolded(search: string, haystack: string): boolean {
  return foldText(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}
