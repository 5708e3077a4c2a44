/** One of our programs beside an application of its own, which it may ask to be killed or widened. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { atEnd } from './endings.mjs'
import { BUILD_DIR, ROOT } from './paths.mjs'
import { processOf, stopProcess } from './processes.mjs'
import { Refusal } from './say.mjs'

/** Ends with the program; answers its exit code. Its requests stand in `tests/support/parts.ts`. */
export async function runBeside(name, args, app, output = 'inherit') {
  const child = spawn(process.execPath, ['--enable-source-maps', programFile(name), ...args], {
    cwd: ROOT,
    env: { ...app.env, BASE_URL: app.url },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
  const known = processOf(child.pid)
  atEnd(() => stopProcess(known, 'SIGTERM', 5_000))
  child.on('message', ({ id, ...request }) => {
    const reply = (answer) => child.connected && child.send({ id, ...answer })
    grant(app, request).then(
      (value) => reply({ value }),
      (error) => reply({ fault: error.message }),
    )
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

/** Known before anything long begins. */
export function programFile(name) {
  const file = join(BUILD_DIR, `${name}.mjs`)
  if (!existsSync(file)) throw new Refusal(`There is no program named ${name}.`)
  return file
}

async function grant({ parts, anotherWeb }, { verb, part, signal }) {
  if (verb === 'kill') {
    await parts[part].kill(signal)
    return Date.now()
  }
  if (verb === 'fallen') return parts.web.fallen() + parts.worker.fallen()
  if (verb === 'anotherWeb') return anotherWeb()
  throw new Error(`There is no request named ${verb}.`)
}
