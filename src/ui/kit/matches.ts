/** Whether every word of the search occurs in one of the texts; letters, case, script and apostrophes count alike. */
export function matches(search: string, texts: readonly (string | null)[]): boolean {
  return matchesFolded(search, folded(texts.filter((text) => text !== null).join(' ')))
}

/** The same for a text that was folded before: long lists fold each row once. */
export function matchesFolded(search: string, haystack: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

/** Uzbek writes oʻ, gʻ and ʼ with many signs, in two scripts; people search with whatever their keyboard has. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[а-яёўқғҳ]/g, (letter) => LATIN[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'`´‘’ʻʼʹ]/gu, '')
    .trim()
}

const LATIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезийклмнопрстуфхыэўқғҳ'].map((letter, at) => [letter, 'abvgdeziyklmnoprstufxieoqgh'[at]]),
  ),
  ...{ ё: 'yo', ж: 'j', ц: 's', ч: 'ch', ш: 'sh', щ: 'sh', ю: 'yu', я: 'ya' },
}
