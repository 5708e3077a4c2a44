/**
 * The programs that run outside Next (worker, reader thread, command line, seed): each file directly in src/cli,
 * src/worker, tests/bench, tests/fuzz, tests/formats and tests/torture becomes `.data/build/NAME.mjs`, with our own code inside and packages left where they are.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD_DIR, MODULES, ROOT } from './paths.mjs'
import { Refusal, step } from './say.mjs'
import { writeWhole } from './stamp.mjs'

const RECORD = join(BUILD_DIR, 'bundles.json')
const FOLDERS = ['src/cli', 'src/worker', 'tests/bench', 'tests/fuzz', 'tests/formats', 'tests/torture']

export async function bundle() {
  const entries = entryPoints()
  const names = Object.keys(entries)
  if (names.length === 0 || isCurrent(entries)) return
  await step('Programs', async () => {
    const { build } = await import('esbuild')
    const { metafile } = await build(bundleOptions(entries)).catch((error) => {
      throw new Refusal(`The programs could not be built: ${error.message}`)
    })
    recordInputs(entries, metafile)
    return `${names.length} built`
  })
}

/** Options for esbuild, shared with the watch mode of `npm run dev`. */
export function bundleOptions(entries = entryPoints()) {
  return {
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir: BUILD_DIR,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    alias: { 'server-only': join(MODULES, 'server-only', 'empty.js') },
    conditions: ['react-server'],
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
  }
}

/** `{name: path}`; the worker's main file and what lies in tests are named after their folders. */
function entryPoints() {
  const found = FOLDERS.flatMap((folder) => (existsSync(join(ROOT, folder)) ? programsIn(folder) : []))
  return Object.fromEntries(found)
}

function programsIn(folder) {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return files.map((name) => [programName(folder, name.slice(0, -3)), `${folder}/${name}`])
}

function programName(folder, name) {
  const [, group] = folder.split('/')
  if (folder.startsWith('tests/')) return name === 'main' ? group : `${group}-${name}`
  return name === 'main' ? 'worker-main' : name
}

function isCurrent(entries) {
  if (!existsSync(RECORD)) return false
  const record = JSON.parse(readFileSync(RECORD, 'utf8'))
  if (JSON.stringify(record.entries) !== JSON.stringify(entries)) return false
  if (!Object.keys(entries).every((name) => existsSync(join(BUILD_DIR, `${name}.mjs`)))) return false
  return Object.entries(record.inputs).every(([path, seen]) => versionOf(path) === seen)
}

function recordInputs(entries, metafile) {
  const paths = [...Object.keys(metafile.inputs), 'tsconfig.json', 'package-lock.json']
  const inputs = Object.fromEntries(paths.map((path) => [path, versionOf(path)]))
  writeWhole(RECORD, JSON.stringify({ entries, inputs }))
}

/** Size and time of change: enough to see an edit, and quick enough for a program that should start at once. */
function versionOf(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.size}:${stat.mtimeMs}`
}
