/** Everything after the install runs on the Node that the packages pin; elsewhere on the one that is there. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { MODULES } from './paths.mjs'
import { Refusal, say } from './say.mjs'

const OLDEST = [22, 13]
/** First releases without CVE-2026-111497 (Brotli decoder); we never decompress a request, so older ones only warn. */
const PATCHED = { 22: [23, 4], 24: [22, 1], 26: [12, 1] }
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

/** Said at each start; YURAK_STRICT_RUNTIME=1 turns the warning into a refusal. */
export function checkRuntime(env) {
  const [major, minor = 0, patch = 0] = process.versions.node.split('.').map(Number)
  const [fixedMinor = 0, fixedPatch = 0] = PATCHED[major] ?? []
  if (minor > fixedMinor || (minor === fixedMinor && patch >= fixedPatch)) return
  const fault = `Node.js ${process.versions.node} lacks the fix for CVE-2026-111497 (${major}.${fixedMinor}.${fixedPatch} has it)`
  if (env.YURAK_STRICT_RUNTIME === '1') throw new Refusal(`${fault}, and YURAK_STRICT_RUNTIME=1 refuses it.`)
  say(`  ${fault}; no request body is ever decompressed here, so it is not reached.`)
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
