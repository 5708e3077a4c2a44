/**
 * What the device wrote may raise a class, never lower it. Acute infarct, ventricular fibrillation or tachycardia,
 * complete AV block, asystole: EMERGENT. The same weakened ("possible", "cannot rule out") or past ("old", "age
 * undetermined"), and an infarct of no stated age: URGENT. Denied ("no acute MI"): nothing.
 *
 * A word weakens or denies only what stands with it: in its part of the sentence, or with mere fillers between. In
 * doubt a statement counts. Not understood: other languages, misspellings, numbers.
 */
import {
  ACUTE,
  ACUTE_INFARCT,
  DANGERS,
  DENIED_AFTER,
  DENIED_BEFORE,
  DOUBT,
  FILLERS,
  INFARCT,
  OLD,
} from './device-lexicon'
import type { FindingClass } from './rule'

export type DeviceStatement = {
  readonly statement: string
  /** `acute-infarct`, `infarct` or a key of `DANGERS`. */
  readonly danger: string
  readonly class: FindingClass
}

/** One for each statement that raises; the most urgent thing that it says. */
export function judgeDeviceWords(statements: readonly string[]): DeviceStatement[] {
  return statements.flatMap((statement) => {
    const said = clausesOf(statement).flatMap((parts) => dangersIn(parts))
    const worst = said.find((danger) => danger.class === 'EMERGENT') ?? said[0]
    return worst ? [{ statement, ...worst }] : []
  })
}

type Danger = Omit<DeviceStatement, 'statement'>
/** `text` is where it was said, `parts` what may weaken it. */
type Mention = {
  readonly danger: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly parts: readonly string[]
}

const WORDS = {
  infarct: oneOf(INFARCT),
  acuteInfarct: oneOf(ACUTE_INFARCT),
  acute: oneOf(ACUTE),
  doubt: oneOf(DOUBT),
  old: oneOf(OLD),
}
const DANGER_WORDS = Object.entries(DANGERS).map(([danger, patterns]) => [danger, oneOf(patterns)] as const)
const DENIED_RIGHT_BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${joined(DENIED_BEFORE)})(?: (?:${joined(FILLERS)}))* ?$`,
  'iu',
)
const DENIED_RIGHT_AFTER = new RegExp(`^[ :-]*(?:${joined(DENIED_AFTER)})(?![\\p{L}\\p{N}])`, 'iu')

/** A part this short after the danger says something of it ("…, age undetermined"). */
const SHORT_PART_WORDS = 4

function dangersIn(parts: readonly string[]): Danger[] {
  return parts.flatMap((part, index) => {
    const next = parts[index + 1] ?? ''
    return mentionsIn(part, next).flatMap((mention): Danger[] => {
      if (isDenied(mention)) return []
      const trailing = next.split(' ').length <= SHORT_PART_WORDS ? [next] : []
      const isWeak = [...mention.parts, ...trailing].some((text) => isWeakened(text))
      const isCertain = !isWeak && mention.danger !== 'infarct'
      return [{ danger: mention.danger, class: isCertain ? 'EMERGENT' : 'URGENT' }]
    })
  })
}

function mentionsIn(part: string, next: string): Mention[] {
  const both = `${part} ${next}`
  const dangers = DANGER_WORDS.flatMap(([danger, words]): Mention[] => {
    const place = placeOf(words, part)
    if (place) return [{ danger, text: part, ...place, parts: [part] }]
    const across = placeOf(words, both)
    return across && across.from < part.length ? [{ danger, text: both, ...across, parts: [part, next] }] : []
  })
  return [...dangers, ...infarctsIn(part, next)]
}

function infarctsIn(part: string, next: string): Mention[] {
  const here = { text: part, parts: [part] }
  const acuteInfarct = placeOf(WORDS.acuteInfarct, part)
  if (acuteInfarct) return [{ danger: 'acute-infarct', ...acuteInfarct, ...here }]
  const infarct = placeOf(WORDS.infarct, part)
  if (!infarct) return []
  const acute = placeOf(WORDS.acute, part)
  if (acute) {
    const [from, to] = [Math.min(acute.from, infarct.from), Math.max(acute.to, infarct.to)]
    return [{ danger: 'acute-infarct', from, to, ...here }]
  }
  return WORDS.acute.test(next)
    ? [{ danger: 'acute-infarct', ...infarct, text: part, parts: [part, next] }]
    : [{ danger: 'infarct', ...infarct, ...here }]
}

function isWeakened(text: string): boolean {
  return WORDS.doubt.test(text) || WORDS.old.test(text) || text.includes('?')
}

/** "Not excluded" denies nothing: it doubts. */
function isDenied({ text, from, to }: Mention): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  if (WORDS.doubt.test(before) || WORDS.doubt.test(after)) return false
  return DENIED_RIGHT_BEFORE.test(before) || DENIED_RIGHT_AFTER.test(after)
}

function placeOf(words: RegExp, text: string): { readonly from: number; readonly to: number } | null {
  const match = words.exec(text)
  return match && { from: match.index, to: match.index + match[0].length }
}

/** Sentences, each cut into the parts within which one word bears on another. */
function clausesOf(statement: string): string[][] {
  const plain = statement
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[ʻʼ‘’`´]/gu, "'")
    .replace(/[*<>!"«»“”]/gu, ' ')
  return plain.split(/[;\n|]|\.(?= |$)/u).map((clause) =>
    clause
      .split(/[,()[\]:]| (?:with|and|bilan|va|и|con|e|mit|und) /u)
      .map((part) => part.replace(/\s+/gu, ' ').trim())
      .filter((part) => part !== ''),
  )
}

function oneOf(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${joined(patterns)})(?![\\p{L}\\p{N}])`, 'iu')
}

/** Longest first, so that the longest name is taken; `*` is the rest of a word, at either end. */
function joined(patterns: readonly string[]): string {
  return patterns
    .toSorted((one, other) => other.length - one.length)
    .map((pattern) => pattern.replace(/(?<=\p{L})\*|^\*/gu, '\\p{L}*'))
    .join('|')
}
