/** Diagnoses of LUDB: the table beside its records (`ludb.csv`, quoted fields that hold several lines). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NOTHING_KNOWN, type RuleContext } from '@/ecg/rules/rule'
import type { EcgRecording } from '@/ecg/types'
import { readRecording } from '../read-recording'

export type LudbRecord = {
  readonly name: string
  readonly context: RuleContext
  /** Every diagnosis in small letters, as the table words it. */
  readonly diagnoses: readonly string[]
  readonly read: () => EcgRecording
}

const TABLE = 'ludb.csv'
/** The table says `>89` and the like of the oldest. */
const OLDEST_YEARS = 90

/** Records whose files lie beside the table, wherever that is below the folder. */
export function findLudb(folder: string): readonly LudbRecord[] {
  if (!existsSync(folder)) return []
  const tables = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name === TABLE)
  const [table] = tables.map((entry) => join(entry.parentPath, entry.name))
  if (table === undefined) return []
  const rows = parseTable(readFileSync(table, 'utf8')).slice(1)
  return rows.flatMap((row) => recordOf(row, headerBeside(table, row[0]?.trim() ?? '')) ?? [])
}

/** In the folder of the table or in one called `data`. */
function headerBeside(table: string, name: string): string | null {
  const places = [join(dirname(table), `${name}.hea`), join(dirname(table), 'data', `${name}.hea`)]
  return places.find((path) => existsSync(path)) ?? null
}

function recordOf(row: readonly string[], header: string | null): LudbRecord | null {
  if (header === null) return null
  const [name = '', sex = '', age = '', ...diagnoses] = row.map((field) => field.trim())
  const years = Number(age)
  const ageYears = Number.isFinite(years) && age !== '' ? years : OLDEST_YEARS
  return {
    name,
    context: {
      ...NOTHING_KNOWN,
      sex: sex === 'F' ? 'female' : 'male',
      ageYears,
      ageDays: Math.round(ageYears * 365.25),
    },
    diagnoses: diagnoses.flatMap((field) => field.split('\n')).flatMap((line) => line.trim().toLowerCase() || []),
    read: () => readRecording(header),
  }
}

/** Fields between commas; quoted ones may hold commas and line ends. */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (const letter of text.replaceAll('\r', '')) {
    const row = rows.at(-1) ?? []
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === ',') row.push('')
    else if (!isQuoted && letter === '\n') rows.push([''])
    else row[row.length - 1] += letter
  }
  return rows.filter((row) => row.length > 1)
}
