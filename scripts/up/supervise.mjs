/** Keeps one child process running: started again when it ends by itself, with growing pauses. */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './paths.mjs'
import { processOf, stopProcess } from './processes.mjs'
import { say } from './say.mjs'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const STEADY_AFTER_MS = 60_000
/** Arguments for Node: the program ends when we are gone, however we went. */
export const WITH_PARENT = ['--import', new URL('./exit-with-parent.mjs', import.meta.url).href]

/** `start()` gives a child process, `onStart` hears of each new one, `onEnd` answers false to give up. */
export function supervise({ name, start, onStart, onEnd = () => true, signal = 'SIGTERM', patienceMs = 8_000 }) {
  let child
  let known
  let pauseMs = FIRST_PAUSE_MS
  const stopped = new AbortController()

  function adopt(begun) {
    const begunAt = Date.now()
    child = begun
    known = processOf(child.pid)
    onStart(known)
    child.once('close', (code, killedBy) => again(begunAt, killedBy ?? `code ${code}`))
  }

  async function again(begunAt, reason) {
    if (stopped.signal.aborted || !onEnd(reason)) return
    if (Date.now() - begunAt > STEADY_AFTER_MS) pauseMs = FIRST_PAUSE_MS
    say(`  The ${name} stopped (${reason}); starting it again in ${pauseMs / 1000} s.`)
    await wait(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    if (!stopped.signal.aborted) await launch().catch((error) => again(Date.now(), error.message))
  }

  async function launch() {
    adopt(await start())
  }

  return {
    adopt,
    launch,
    stop: async () => {
      stopped.abort()
      await stopProcess(known, signal, patienceMs)
    },
    restart: () => child.kill('SIGTERM'),
  }
}

/** A Node program in a session of its own: Ctrl-C reaches only us, and we end things in their order. */
export function spawnNode(args, env, stdio) {
  return spawn(process.execPath, [...WITH_PARENT, ...args], { cwd: ROOT, env, stdio, detached: true })
}
