/** Whether every word of the search occurs in one of the texts; letters, case and apostrophes of any kind count alike. */
export function matches(search: string, texts: readonly (string | null)[]): boolean {
  const haystack = folded(texts.filter((text) => text !== null).join(' '))
  return folded(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

/** Uzbek writes oʻ, gʻ and ʼ with many signs; people search with none of them. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'`´‘’ʻʼʹ]/gu, '')
    .toLowerCase()
    .trim()
}
