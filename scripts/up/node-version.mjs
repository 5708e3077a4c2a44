/** Everything after the install runs on the Node that the packages pin; elsewhere on the one that is there. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { MODULES } from './paths.mjs'
import { Refusal } from './say.mjs'

const OLDEST = [22, 13]
const PINNED = join(MODULES, '.bin', 'node')

/** True when this process handed the work to the pinned Node and only waits for it. */
export function isHandedOver() {
  if (!existsSync(PINNED)) {
    requireVersion()
    return false
  }
  if (realpathSync(PINNED) === realpathSync(process.execPath)) return false
  handOver()
  return true
}

export function pathWithPinnedNode() {
  const bin = join(MODULES, '.bin')
  const rest = (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== bin)
  return [bin, ...rest].join(delimiter)
}

function handOver() {
  const child = spawn(PINNED, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('close', (code) => process.exit(code ?? 1))
}

function requireVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Refusal(`Node.js ${process.versions.node} is too old: install version ${OLDEST.join('.')} or newer.`)
}
