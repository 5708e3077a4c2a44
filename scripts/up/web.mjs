/** The two Node processes of a running Yurak, and what is said when they are well. */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { NEXT } from './next-build.mjs'
import { BUILD_DIR } from './paths.mjs'
import { say } from './say.mjs'
import { spawnNode } from './supervise.mjs'

const HEALTHY_WITHIN_MS = 90_000
const POLL_MS = 100
/** Lines of Next's greeting, which names addresses of its own. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Ready|Starting|Running next\.config)|$)/

const DEMO_ACCOUNTS = [
  ['nurse@jarqorgon.demo', 'nurse, Jarqoʻrgʻon'],
  ['nurse@denov.demo', 'nurse, Denov'],
  ['cardiologist@surxon.demo', 'cardiologist, Surxondaryo centre'],
  ['cardiologist2@surxon.demo', 'cardiologist, Surxondaryo centre'],
  ['cardiologist@qashqa.demo', 'cardiologist, neighbour region Qashqadaryo'],
  ['coordinator@surxon.demo', 'coordinator of the region'],
  ['admin@yurak.demo', 'administrator'],
  ['auditor@yurak.demo', 'auditor'],
]

/** `errors` is where the process complains: a descriptor, or our own standard error. */
export function startWorker(env, errors = 'inherit') {
  return spawnNode(['--enable-source-maps', join(BUILD_DIR, 'worker-main.mjs')], env, ['ignore', errors, errors])
}

export function startWeb(mode, { port, host }, env, errors = 'inherit') {
  const verb = mode === 'production' ? 'start' : 'dev'
  const child = spawnNode([NEXT, verb, '-p', String(port), '-H', host], env, ['ignore', 'pipe', errors])
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!GREETING.test(line)) say(line)
  })
  return child
}

/** Waits until the application itself says that it is well. */
export async function untilHealthy({ port }) {
  const until = Date.now() + HEALTHY_WITHIN_MS
  let last = 'no answer'
  while (Date.now() < until) {
    last = await health(port)
    if (last === 'ok') return
    await wait(POLL_MS)
  }
  say(`  The application does not say that it is well: ${last}`)
}

export function sayDemoAccounts() {
  say('Demo accounts (made-up data; password yurak-demo-2026):')
  for (const [email, role] of DEMO_ACCOUNTS) say(`  ${email.padEnd(27)} ${role}`)
}

async function health(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) })
    const body = await answer.json()
    return body.status === 'ok' ? 'ok' : JSON.stringify(body)
  } catch (error) {
    return error.cause?.code ?? error.message
  }
}
