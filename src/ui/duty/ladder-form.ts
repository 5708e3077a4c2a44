/** The minutes of a region's ladder as somebody edits them: one text a rung, and what is wrong with it in plain codes. */
import { LADDERS, type Ladder, type RegionLadder, type Rung, type RungAction } from '@/cases/ladder'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'

/** A line of the table: the same call in each class that knows it. */
export type LadderLine = {
  readonly key: string
  readonly ladder: Ladder
  readonly action: RungAction
  readonly rungs: Readonly<Partial<Record<CaseClass, Rung>>>
}

export type Minutes = Readonly<Record<string, string>>
export type MinuteFault = 'number' | 'range' | 'order'

const MIN_SECONDS = 10
const MAX_SECONDS = 172_800

export const minuteKey = (itsClass: CaseClass, { ladder, step }: Pick<Rung, 'ladder' | 'step'>) =>
  `${itsClass}.${ladder}.${step}`

export function minutesOf(ladder: RegionLadder): Minutes {
  const entries = CASE_CLASSES.flatMap((itsClass) =>
    ladder[itsClass].map((rung) => [minuteKey(itsClass, rung), minutesText(rung.afterSeconds)] as const),
  )
  return Object.fromEntries(entries)
}

export function minutesText(seconds: number): string {
  return String(Math.round((seconds / 60) * 100) / 100)
}

/** The lines of each ladder in the order in which an emergency climbs them. */
export function linesOf(ladder: RegionLadder): LadderLine[] {
  const lines = new Map<string, { ladder: Ladder; action: RungAction; rungs: Partial<Record<CaseClass, Rung>> }>()
  for (const itsClass of CASE_CLASSES) {
    const seen = new Map<string, number>()
    for (const rung of ladder[itsClass]) {
      const name = `${rung.ladder}.${rung.action}`
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      const key = `${name}.${count}`
      const line = lines.get(key) ?? { ladder: rung.ladder, action: rung.action, rungs: {} }
      line.rungs[itsClass] = rung
      lines.set(key, line)
    }
  }
  return LADDERS.flatMap((its) =>
    [...lines].filter(([, line]) => line.ladder === its).map(([key, line]) => ({ key, ...line })),
  )
}

/** The ladder with the minutes that were typed, or what is wrong by the key of the rung. */
export function readMinutes(
  ladder: RegionLadder,
  minutes: Minutes,
):
  | { readonly ladder: RegionLadder; readonly faults: null }
  | { readonly ladder: null; readonly faults: Readonly<Record<string, MinuteFault>> } {
  const faults: Record<string, MinuteFault> = {}
  const read = (itsClass: CaseClass): Rung[] =>
    ladder[itsClass].map((rung) => {
      const key = minuteKey(itsClass, rung)
      const seconds = secondsOf(minutes[key] ?? '')
      if (seconds === null) faults[key] = 'number'
      else if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) faults[key] = 'range'
      return { ...rung, afterSeconds: seconds ?? rung.afterSeconds }
    })
  const next: RegionLadder = { EMERGENT: read('EMERGENT'), URGENT: read('URGENT'), ROUTINE: read('ROUTINE') }
  for (const itsClass of CASE_CLASSES) {
    for (const rung of next[itsClass]) {
      const before = next[itsClass].find((one) => one.ladder === rung.ladder && one.step === rung.step - 1)
      const key = minuteKey(itsClass, rung)
      if (before && rung.afterSeconds <= before.afterSeconds) faults[key] ??= 'order'
    }
  }
  return Object.keys(faults).length > 0 ? { ladder: null, faults } : { ladder: next, faults: null }
}

/** `2`, `0.5`, `0,5`; null for anything else. */
function secondsOf(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^\d{1,5}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 60) : null
}
