/** Uzbek writes oʻ, gʻ and ʼ with many signs, in two scripts; people search with whatever their keyboard has. */
export function foldText(text: string): string {
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
