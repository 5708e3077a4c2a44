/** `npm run bench:NAME`: a program of tests/bench against an application of its own that keeps every promise of a real one. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { startOwnApplication } from './own-application.mjs'
import { BUILD_DIR, ROOT } from './paths.mjs'
import { Refusal } from './say.mjs'

/** The figures go to standard output as JSON, everything else to standard error. */
export async function bench(name) {
  endWhenAsked()
  await alone(bundle)
  const file = join(BUILD_DIR, `bench-${name}.mjs`)
  if (!existsSync(file)) throw new Refusal(`There is no bench named ${name}.`)
  const { url, env } = await startOwnApplication({ isDurable: true })
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: ROOT,
    env: { ...env, BASE_URL: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  await end()
  process.exit(code)
}
