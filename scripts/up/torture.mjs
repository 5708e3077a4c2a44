/**
 * `npm run torture`: submissions while processes are killed, checked receipt by receipt (tests/torture).
 * The complaints of the tortured processes, thousands of them, go to a file.
 */
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { runBeside } from './beside.mjs'
import { bundle } from './bundle.mjs'
import { end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { startOwnApplication } from './own-application.mjs'
import { ROOT } from './paths.mjs'

/** The figures go to standard output as JSON, everything else to standard error. */
export async function torture(args) {
  endWhenAsked()
  await alone(bundle)
  const code = await runTorture(args)
  await end()
  process.exit(code)
}

/** Answers the exit code: 0 only when nothing was lost, doubled or left half done. */
export async function runTorture(args, output) {
  const errors = openSync(join(ROOT, '.data', 'torture.log'), 'w', 0o600)
  const app = await startOwnApplication({ isDurable: true, hasDemo: false, errors })
  return runBeside('torture', args, app, output)
}
