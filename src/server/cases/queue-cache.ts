import 'server-only'
import type { Context } from '../context'
import { db } from '../db/client'

/** What does not come with an event (a person renamed, a facility's new number): an answer this old is computed anew, */
const FRESH_MS = 2000
/** while whoever asks still gets it, up to this age. */
const USABLE_MS = 8000
const ENTRIES = 64

type Entry = { readonly head: string; readonly at: number; readonly answer: Promise<unknown> }

const holder = globalThis as typeof globalThis & { yurakQueueCache?: Map<string, Entry> }

/**
 * The same answer for everybody who asks the same while nothing has happened: five hundred boards read again at once
 * after an event, and the database computes the queue once. "Nothing has happened" is asked of the database each time,
 * so that nobody ever reads less than what was committed before the question.
 */
export async function sharedAnswer<Answer>(ctx: Context, key: string, compute: () => Promise<Answer>): Promise<Answer> {
  // Inside a transaction one sees what nobody else may.
  if (ctx.db !== db()) return compute()
  const [state] = await ctx.db.$queryRaw<{ head: string; isQuiet: boolean }[]>`
    SELECT coalesce(max(position), 0)::text AS head, NOT EXISTS (SELECT 1 FROM event_outbox) AS "isQuiet" FROM event_log`
  if (!state?.isQuiet) return compute()
  holder.yurakQueueCache ??= new Map()
  const cache = holder.yurakQueueCache
  const at = performance.now()
  const known = cache.get(key)
  const ageMs = known?.head === state.head ? at - known.at : Number.POSITIVE_INFINITY
  if (known && ageMs < FRESH_MS) return known.answer as Promise<Answer> // its key is the question
  const fresh = compute()
  // While the new answer is on its way, the old one still serves those who come.
  const entry = { head: state.head, at, answer: known && ageMs < USABLE_MS ? known.answer : fresh }
  keep(cache, key, entry)
  fresh.then(
    () => cache.get(key) === entry && keep(cache, key, { ...entry, answer: fresh }),
    () => cache.get(key) === entry && cache.delete(key),
  )
  return entry.answer as Promise<Answer>
}

function keep(cache: Map<string, Entry>, key: string, entry: Entry): void {
  cache.delete(key)
  cache.set(key, entry)
  const [oldest] = cache.keys()
  if (cache.size > ENTRIES && oldest !== undefined) cache.delete(oldest)
}
