/**
 * Finds what a report is made of by code, by its usual short name, or by the beginnings of words in English, Russian
 * and Uzbek in both scripts. Letters, case, script and apostrophes count alike (`foldText`).
 */
import { foldText } from '../fold-text'
import type { Statement } from './statements'
import { TERM_LANGUAGES, type TermLanguage, termIn } from './statements'

/** Anything that has a code and terms. */
type Coded = Pick<Statement, 'en' | 'ru' | 'uz'> & { readonly code: number | string; readonly aka?: string | undefined }

export type Indexed<T extends Coded> = {
  readonly of: T
  readonly code: string
  readonly short: readonly string[]
  /** Words of each language, folded. */
  readonly terms: readonly (readonly string[])[]
}

export function indexed<T extends Coded>(list: readonly T[]): readonly Indexed<T>[] {
  return list.map((of) => ({
    of,
    code: foldText(String(of.code)),
    short: words(of.aka ?? ''),
    terms: [of.en, of.ru, of.uz, termIn(of, 'uzCyrl')].map(words),
  }))
}

/** Best first; nothing for an empty query. A list that is given in the order of its codes stays so among equals. */
export function search<T extends Coded>(index: readonly Indexed<T>[], query: string, limit = 12): readonly T[] {
  const asked = words(query)
  if (asked.length === 0) return []
  return index
    .map((one, at) => ({ one, at, score: scoreOf(one, asked) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ one }) => one.of)
}

function scoreOf({ code, short, terms }: Indexed<Coded>, asked: readonly string[]): number {
  const whole = asked.join(' ')
  if (code === whole) return 1000
  if (short.includes(whole)) return 900
  const best = Math.max(...terms.map((term) => termScore(term, short, asked)))
  return best > 0 ? best : code.startsWith(whole) ? 5 : 0
}

/** Every word that is asked for begins a word of the term or is one of its short names; the shorter the rest, the better. */
function termScore(term: readonly string[], short: readonly string[], asked: readonly string[]): number {
  const isThere = asked.every((word) => [...term, ...short].some((own) => own.startsWith(word)))
  if (!isThere) return 0
  const isFromStart = asked.every((word, at) => term[at]?.startsWith(word))
  const left = term.join('').length - asked.join('').length
  return (isFromStart ? 400 : 200) - Math.min(150, Math.max(0, left))
}

function words(text: string): readonly string[] {
  return foldText(text)
    .split(/[\s(),:/«»"-]+/)
    .filter((word) => word !== '')
}

/** The language in which the query was typed, as far as the term shows it; English where it could be several. */
export function languageOf(of: Pick<Coded, 'en' | 'ru' | 'uz'>, query: string): TermLanguage {
  const [first = ''] = words(query)
  const isCyrillic = /[а-яёўқғҳ]/i.test(query)
  const languages = TERM_LANGUAGES.filter((one) => !isCyrillic || one === 'ru' || one === 'uzCyrl')
  return languages.find((one) => words(termIn(of, one)).some((word) => word.startsWith(first))) ?? 'en'
}
