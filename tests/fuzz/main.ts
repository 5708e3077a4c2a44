/**
 * `npm run fuzz [-- READER…] [--seconds 60] [--seed N] [--case N]`: every reader against spoilt files, in a thread with a
 * memory limit and a watch. Only an `EcgFormatError` is allowed, within two seconds and 256 MiB. A line a reader; a
 * fault names its case, and `--seed` and `--case` repeat it and write its files to `.data/fuzz`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzedReaders, spoilt } from '../support/fuzzed-readers'
import { diceOf } from '../support/mutate'
import { type Watched, watch } from './parts/watch'

const SHOWN_FAULTS = 5
const THREAD = new URL('./fuzz-thread.mjs', import.meta.url)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
  },
})
const seed = Number(values.seed)
const readers = fuzzedReaders().filter(({ id }) => positionals.length === 0 || positionals.includes(id))
const unknown = positionals.filter((name) => !readers.some(({ id }) => id === name))
if (unknown.length > 0 || !(Number(values.seconds) > 0) || !Number.isInteger(seed)) {
  console.error(
    `Readers: ${fuzzedReaders()
      .map(({ id }) => id)
      .join(', ')}`,
  )
  process.exit(64)
}

const outcomes = []
for (const reader of readers) {
  const only = values.case === undefined ? null : Number(values.case)
  if (only !== null) keep(reader.id, only, spoilt(diceOf(seed + only), reader))
  const watched = await watch(THREAD, {
    readerId: reader.id,
    seed,
    firstCase: only ?? 0,
    lastCase: only ?? Number.MAX_SAFE_INTEGER,
    ms: Number(values.seconds) * 1000,
  })
  outcomes.push(watched.faults.length === 0 && watched.count > 0)
  console.log(lineOf(reader.id, watched))
}
const passed = outcomes.filter(Boolean).length
console.log(`${passed} passed, ${outcomes.length - passed} failed`)
process.exit(passed === outcomes.length ? 0 : 1)

function lineOf(id: string, { count, slowestMs, peakMib, faults }: Watched): string {
  const figures = `${id}: ${count} files, slowest ${slowestMs} ms, at most ${peakMib} MiB more`
  if (faults.length === 0) return `${count > 0 ? 'ok    ' : 'FAILED'} ${figures}`
  const shown = faults.slice(0, SHOWN_FAULTS).map(({ index, fault }) => `       case ${index}: ${fault}`)
  return [`FAILED ${figures}, ${faults.length} faults (seed ${seed})`, ...shown].join('\n')
}

function keep(id: string, index: number, files: ReturnType<typeof spoilt>): void {
  const folder = join('.data', 'fuzz')
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, `${id}-${seed}-${index}-${name}`), bytes)
}
