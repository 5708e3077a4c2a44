/**
 * Passwords: argon2id as a PHC string (OWASP Password Storage Cheat Sheet: 64 MiB, 2 passes, 1 lane), at most two
 * computations at once so that a burst of sign-ins cannot take the machine, and the rule for new ones (NIST
 * SP 800-63B 3.1.1.2: length and a list of common words; no rule about kinds of characters).
 */
import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { COMMON_WORDS } from './common-passwords'

const COST = { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 } as const
const MAX_AT_ONCE = 2
const MIN_LENGTH = 12
const MAX_LENGTH = 128
/** What must remain of a password when common words and the person's own are taken away. */
const MIN_OWN_CHARACTERS = 6
const MIN_DISTINCT_CHARACTERS = 4
const MIN_CONTEXT_WORD = 4

export type PasswordFault = 'password_short' | 'password_long' | 'password_common'

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST))
}

/** Takes as long for somebody who does not exist (null) as for a wrong password. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored ?? (await hashOfNobody())
  const isRight = await inTurn(() => verify(known, password.normalize('NFKC')))
  return isRight && stored !== null
}

/** What is wrong with a new password; `context` is what others know of the person: e-mail, name, facility. */
export function passwordFault(password: string, context: readonly string[]): PasswordFault | null {
  const length = [...password].length
  if (length < MIN_LENGTH) return 'password_short'
  if (length > MAX_LENGTH) return 'password_long'
  const own = ownPart(password, [...COMMON_WORDS, ...contextWords(context)])
  const isGuessable = own.length < MIN_OWN_CHARACTERS || new Set(own).size < MIN_DISTINCT_CHARACTERS
  return isGuessable ? 'password_common' : null
}

let nobody: Promise<string> | null = null
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword('nobody has this password')
  return nobody
}

function ownPart(password: string, words: readonly string[]): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const without = (text: string) => longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text)
  return without(lettersForDigits(without(password.normalize('NFKC').toLowerCase())))
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
function lettersForDigits(text: string): string {
  return text.replace(/[013457@$]/g, (character) => LOOK_ALIKE[character] ?? character)
}

function contextWords(context: readonly string[]): string[] {
  return context
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    )
    .filter((word) => word.length >= MIN_CONTEXT_WORD)
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
