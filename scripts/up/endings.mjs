/** What must be undone when we end, however we end: last begun, first ended. */
import { commandOf, isAlive, parentOf, processOf } from './processes.mjs'

const endings = []
let ending

export function atEnd(work) {
  endings.push(work)
}

export function end() {
  ending ??= endAll()
  return ending
}

/** Being asked to stop is no failure: exit code 0. Asked also means: npm, which began us, is gone. */
export function endWhenAsked() {
  const stop = () => end().finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const starters = startersOf(process.pid)
  setInterval(() => {
    if (!starters.every(isAlive)) stop()
  }, 1_000).unref()
}

async function endAll() {
  for (const work of endings.reverse()) {
    await work().catch((error) => console.error(`  ${error.message}`))
  }
}

/** The processes from us up to the npm that runs us; none when npm does not run us. */
function startersOf(pid) {
  if (process.env.npm_lifecycle_event === undefined) return []
  const chain = []
  for (let parent = parentOf(pid); parent !== null && parent > 1; parent = parentOf(parent)) {
    chain.push(processOf(parent))
    if (/\bnpm\b/.test(commandOf(parent))) return chain
  }
  return []
}
