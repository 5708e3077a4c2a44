/**
 * A day of a duty room (clinical.md C5): cases come in as they do in a day, two readers take what `nextInQueue` gives
 * them and answer when they have read it. Pure and seeded; times in minutes since midnight.
 *
 * What C5 leaves open is fixed here so that its table comes out again (26, 28 and 34 cases an hour): arrivals follow a
 * wave through the day with its peak at 14:00 (`peak` times the mean), the read time is log-normal with σ = `readSigma`,
 * acuity is spread evenly over 0 to 50, and what counts is the time until a reader takes the case, against the answer
 * targets of C4. How long he reads is his: the end of the reading is told as well, as `answers`.
 */
import { TARGET_MINUTES } from '@/cases/deadlines'
import { nextInQueue, type Queued } from '@/cases/queue-order'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { makeRandom, type Random } from '@/ecg/synthetic/random'

export type DayPlan = {
  readonly seed: number
  readonly casesPerHour: number
  readonly readers: number
  /** The busiest hour, as a multiple of the mean. */
  readonly peak: number
  readonly readMedianMinutes: number
  readonly readSigma: number
}

/** The day of C5: 34 cases an hour, two readers, a median reading of 3.2 min. */
export const C5_DAY = {
  casesPerHour: 34,
  readers: 2,
  peak: 1.55,
  readMedianMinutes: 3.2,
  readSigma: 0.5,
} as const satisfies Omit<DayPlan, 'seed'>

/** Minutes from receipt until a reader takes the case, and until he has read it. */
export type DayResult = Readonly<
  Record<CaseClass, { readonly waits: readonly number[]; readonly answers: readonly number[] }>
>

const DAY_MINUTES = 24 * 60
const PEAK_AT_MINUTES = 14 * 60
const MINUTE_MS = 60_000
const MIX = { EMERGENT: 0.1, URGENT: 0.3, ROUTINE: 0.6 } as const satisfies Record<CaseClass, number>
const LAST_CLAIMS = 24

function simulateDay(plan: DayPlan): DayResult {
  const random = makeRandom(plan.seed)
  const arrivals = arrivalsOf(plan, random)
  const result: Record<CaseClass, { waits: number[]; answers: number[] }> = {
    EMERGENT: { waits: [], answers: [] },
    URGENT: { waits: [], answers: [] },
    ROUTINE: { waits: [], answers: [] },
  }
  const freeAt = Array<number>(plan.readers).fill(0)
  const waiting = new Set<Queued>()
  const claims: CaseClass[] = []
  let arrived = 0
  while (arrived < arrivals.length || waiting.size > 0) {
    const reader = freeAt.indexOf(Math.min(...freeAt))
    let now = freeAt[reader] ?? 0
    const comes = arrivals[arrived]
    if (waiting.size === 0 && comes) now = Math.max(now, minutesOf(comes.submittedAt))
    for (; arrived < arrivals.length; arrived++) {
      const one = arrivals[arrived]
      if (!one || minutesOf(one.submittedAt) > now) break
      waiting.add(one)
    }
    const next = nextInQueue([...waiting], claims, new Date(now * MINUTE_MS))
    if (next === null) break
    waiting.delete(next)
    claims.unshift(next.class)
    claims.length = Math.min(claims.length, LAST_CLAIMS)
    const reading = plan.readMedianMinutes * Math.exp(plan.readSigma * random.normal())
    const wait = now - minutesOf(next.submittedAt)
    result[next.class].waits.push(wait)
    result[next.class].answers.push(wait + reading)
    freeAt[reader] = now + reading
  }
  return result
}

/** The share within a target of the class. */
export function shareInTarget(itsClass: CaseClass, minutes: readonly number[], target: 'open' | 'answer'): number {
  return minutes.filter((its) => its <= TARGET_MINUTES[itsClass][target]).length / minutes.length
}

/** Several days as one. */
export function simulateDays(plan: Omit<DayPlan, 'seed'>, days: number): DayResult {
  const all = Array.from({ length: days }, (_, index) => simulateDay({ ...plan, seed: index + 1 }))
  const joined = (itsClass: CaseClass) => ({
    waits: all.flatMap((day) => day[itsClass].waits),
    answers: all.flatMap((day) => day[itsClass].answers),
  })
  return { EMERGENT: joined('EMERGENT'), URGENT: joined('URGENT'), ROUTINE: joined('ROUTINE') }
}

/** A Poisson process whose rate goes through the day as a wave, by thinning. */
function arrivalsOf({ casesPerHour, peak }: DayPlan, random: Random): Queued[] {
  const highest = (casesPerHour / 60) * peak
  const cases: Queued[] = []
  let at = 0
  for (;;) {
    at += -Math.log(1 - random.uniform(0, 1)) / highest
    if (at >= DAY_MINUTES) return cases
    const wave = 1 + (peak - 1) * Math.cos((2 * Math.PI * (at - PEAK_AT_MINUTES)) / DAY_MINUTES)
    if (random.uniform(0, peak) > wave) continue
    cases.push({
      id: String(cases.length).padStart(6, '0'),
      class: classOf(random.uniform(0, 1)),
      acuity: Math.floor(random.uniform(0, 51)),
      submittedAt: new Date(at * MINUTE_MS),
    })
  }
}

function classOf(chance: number): CaseClass {
  let share = 0
  for (const itsClass of CASE_CLASSES) {
    share += MIX[itsClass]
    if (chance < share) return itsClass
  }
  return 'ROUTINE'
}

function minutesOf(at: Date): number {
  return at.getTime() / MINUTE_MS
}
