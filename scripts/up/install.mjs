/** The packages of the lock file, and what their install scripts would have done (those are switched off). */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { MODULES, ROOT } from './paths.mjs'
import { postgresPackage } from './postgres-files.mjs'
import { isDiskFull, Refusal, step } from './say.mjs'
import { hasStamp, writeWhole } from './stamp.mjs'

const STAMP = join(MODULES, '.yurak-lock')
const HIDDEN_LOCK = join(MODULES, '.package-lock.json')

export async function install() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (!hasStamp(STAMP, wanted)) {
    if (!isInstalled(JSON.parse(lock))) await step('Packages', () => runNpm())
    writeWhole(STAMP, wanted)
  }
  linkPostgresLibraries()
}

/** npm's own record of what it installed agrees with the lock file; packages for other systems may be absent. */
function isInstalled(lock) {
  if (!existsSync(HIDDEN_LOCK)) return false
  const present = JSON.parse(readFileSync(HIDDEN_LOCK, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path]),
  )
}

/** A checkout that has packages is brought up to date in place, so that what runs there keeps running. */
async function runNpm() {
  const verb = existsSync(STAMP) ? 'install' : 'ci'
  const { code, output } = await npm([
    verb,
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code === 0) return
  if (isDiskFull(output)) throw new Refusal('The disk is full: free some space (2 GB is enough) and start again.')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    throw new Refusal('npm cannot reach its package registry: connect this computer to the network and start again.')
  }
  throw new Refusal(`npm ${verb} failed: ${output.trim().split('\n').slice(-15).join('\n')}`)
}

/** npm runs on the Node that brought it, never on the one that it may be about to replace. */
function npm(args) {
  const bin = join(MODULES, '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== bin)
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: ROOT,
      env: { ...process.env, PATH: path.join(delimiter), npm_config_fetch_retries: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => {
      output = `${output}${chunk}`.slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', () => reject(new Refusal('npm is missing: install Node.js 20 or newer with npm.')))
    child.once('close', (code) => resolve({ code, output }))
  })
}

function linkPostgresLibraries() {
  const folder = postgresPackage()
  if (folder === null) return
  const [first] = JSON.parse(readOr(join(folder, 'native', 'pg-symlinks.json'), '[]'))
  if (first === undefined || existsSync(join(folder, first.target))) return
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  const { status } = spawnSync(process.execPath, [script], { cwd: dirname(dirname(script)) })
  if (status !== 0) throw new Refusal(`PostgreSQL's libraries could not be linked in ${folder}: is it writable?`)
}

function readOr(path, otherwise) {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise
}
