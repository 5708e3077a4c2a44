/**
 * Names in ASCII for headers that know nothing else: accents are dropped, Cyrillic becomes the Latin alphabet of Uzbek
 * (Law 931-XII of 1993, amended 1995), other characters become a question mark. Of one way only; never used for search.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'x',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: "'",
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ў: "o'",
  қ: 'q',
  ғ: "g'",
  ҳ: 'h',
}
const APOSTROPHES = /[\u02bb\u02bc\u2018\u2019\u0060\u00b4]/g
const DASHES = /[\u2010-\u2015]/g

export function asciiOf(text: string): string {
  return [...text.normalize('NFC')].map(characterOf).join('')
}

function characterOf(character: string): string {
  if (/[ -~]/.test(character)) return character
  const latin = CYRILLIC[character.toLowerCase()]
  if (latin !== undefined) return character === character.toLowerCase() ? latin : capitalised(latin)
  const plain = character.replace(APOSTROPHES, "'").replace(DASHES, '-').normalize('NFD').replace(/\p{M}/gu, '')
  if (/^[ -~]*$/.test(plain)) return plain
  return /\p{Cc}/u.test(plain) ? ' ' : '?'
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
