/**
 * Uzbek in Cyrillic letters from Uzbek in Latin ones, letter by letter (the alphabet laws of 1940 and 1995). Our
 * strings spell oʻ and gʻ with U+02BB and the stop with U+02BC. Roman numerals, names of leads and waves stay as they
 * are: every electrocardiograph prints them in Latin. It does not know the exceptions of single loan words.
 */
export function uzbekCyrillic(latin: string): string {
  return latin
    .split(/(\s+|[(),:;/-])/)
    .map((word) => {
      const kept = KEPT.exec(word)?.[0] ?? ''
      return kept + word.slice(kept.length).replace(PIECE, letterOf)
    })
    .join('')
}

/** Signs of the ECG: `QRS`, `ST`, `V4`, `II`; their Uzbek endings become Cyrillic. */
const KEPT = /^(?!EKG|MNT)([A-Z]{2,4}|[A-Z](?![a-zʻʼ])|mV)\d*/
const PIECE = /oʻ|gʻ|sh|ch|yo|yu|ya|ye|ts|[a-zʼ]/gi

const LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'abdfghijklmnopqrstuvxyz'].map((one, at) => [one, 'абдфгҳижклмнопқрстувхйз'[at] ?? one])),
  ...{ oʻ: 'ў', gʻ: 'ғ', sh: 'ш', ch: 'ч', yo: 'ё', yu: 'ю', ya: 'я', ye: 'е', ts: 'ц', ʼ: 'ъ', e: 'е' },
}

function letterOf(piece: string, at: number): string {
  const small = piece.toLowerCase()
  // A word begins with э; е at its beginning is spelt "ye".
  const letter = small === 'e' && at === 0 ? 'э' : (LETTERS[small] ?? piece)
  return piece[0] === piece[0]?.toLowerCase() ? letter : letter.toUpperCase()
}
