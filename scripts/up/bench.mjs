/** `npm run bench:NAME`: a program of tests/bench against an application of its own that keeps every promise of a real one. */
import { programFile, runBeside } from './beside.mjs'
import { bundle } from './bundle.mjs'
import { end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { startOwnApplication } from './own-application.mjs'

/** Benches that make their own people; the others work with the demo's. */
const OWN_PEOPLE = ['queue']

/** The figures go to standard output as JSON, everything else to standard error. */
export async function bench(name, args) {
  endWhenAsked()
  await alone(bundle)
  programFile(`bench-${name}`)
  const app = await startOwnApplication({ isDurable: true, hasDemo: !OWN_PEOPLE.includes(name) })
  const code = await runBeside(`bench-${name}`, args, app)
  await end()
  process.exit(code)
}
