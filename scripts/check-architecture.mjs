/**
 * Fails when a file breaks the layout that ARCHITECTURE.md draws.
 *   imports   each layer imports only the layers in ALLOWED, however the path is spelt
 *   purity    pure layers use only the packages in PURE_PACKAGES, and take time and randomness from their caller
 *   verbs     a server file that opens a transaction also checks who asks and writes an audit row
 *   actions   nothing says 'use server': writes go through the API
 *   database  of the server, pages never see the database
 *   size      no source file is longer than MAX_LINES
 *   paths     every path that ARCHITECTURE.md names exists
 * It reads text, not the syntax tree: a guard; the tests are the proof.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const ALLOWED = {
  ecg: [],
  cases: ['ecg'],
  interop: ['ecg', 'cases'],
  i18n: [],
  ui: ['ecg', 'cases', 'i18n'],
  server: ['ecg', 'cases', 'interop', 'i18n'],
  worker: ['ecg', 'cases', 'interop', 'i18n', 'server'],
  cli: ['ecg', 'cases', 'interop', 'i18n', 'server'],
  app: ['ecg', 'cases', 'interop', 'i18n', 'ui', 'server'],
}
const PURE_PACKAGES = {
  ecg: ['saxes', 'fflate'],
  cases: ['zod'],
  interop: ['zod'],
  i18n: ['next-intl', 'next-intl/server'],
}
const TEST_PACKAGES = ['vitest', 'fast-check']
/** Tests of a pure layer may read recordings from disk and know where they are. */
const TEST_BUILT_INS = /^node:(fs|path|url|process)$/
const IMPURE = [/\bDate\.now\(/, /\bMath\.random\(/, /\bnew Date\(\s*\)/, /\bprocess\./, /\bcrypto\.randomUUID\(/]
const ROOTS = ['src', 'scripts', 'tests', 'prisma']
const MAX_LINES = 400
/** `moveCase` (src/server/cases/case-scope.ts) writes the audit row of each step of a case. */
const AUDITING = /\b(recordAudit|moveCase|takeCase)\(/
const NOT_VERBS = {
  'src/server/context.ts': 'defines inTransaction',
  'src/server/http/idempotency.ts': 'runs the verbs of others inside its transaction',
  'src/server/recordings/analyse-missing.ts':
    'started by the worker alone, in nobody’s name; what changes a case is audited there',
  'src/server/recordings/prepare-overview.ts': 'a job of the worker, in nobody’s name; it is audited there',
  'src/server/escalation/run-rung.ts': 'a job of the sweep, in nobody’s name',
  'src/server/escalation/sweep.ts':
    'asks for rungs that are due, in nobody’s name; each rung that runs is audited there',
  'src/server/cases/heartbeat-case.ts': 'renews a lease that the audited claim began',
}
const SOURCE = /\.(ts|tsx|mjs|js|css)$/

const faults = []
let files = 0
for (const path of ROOTS.flatMap(sourcesUnder)) {
  files += 1
  check(path, readFileSync(path, 'utf8'))
}
if (files === 0) faults.push('src: no file was checked')
checkDocument('ARCHITECTURE.md')
for (const fault of faults) console.error(fault)
console.log(`architecture: ${files} files, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0

function sourcesUnder(root) {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/generated/'))
}

function check(path, text) {
  const length = text.split('\n').length
  if (length > MAX_LINES) faults.push(`${path}: ${length} lines, more than ${MAX_LINES}`)
  if (!path.startsWith('src/')) return
  const layer = layerOf(path)
  checkImports(path, layer, text)
  if (layer in PURE_PACKAGES && !isTest(path)) checkPurity(path, text)
  if (layer === 'server' && !isTest(path)) checkVerb(path, text)
  if (/^\s*['"]use server['"]/m.test(text)) faults.push(`${path}: 'use server': writes go through src/app/api/v1`)
}

function checkImports(path, layer, text) {
  for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const target = targetOf(path, specifier)
    if (target === null) checkPackage(path, layer, specifier)
    else checkLayer(path, layer, target, specifier)
  }
}

function checkPackage(path, layer, specifier) {
  const pure = PURE_PACKAGES[layer]
  if (pure === undefined || pure.includes(specifier)) return
  if (isTest(path) && (TEST_PACKAGES.includes(specifier) || TEST_BUILT_INS.test(specifier))) return
  faults.push(`${path}: ${layer} must stay pure, yet imports ${specifier}`)
}

function checkLayer(path, layer, target, specifier) {
  if (isData(specifier) && !(layer in PURE_PACKAGES)) return
  if (target === layer) {
    if (specifier.startsWith('@/')) faults.push(`${path}: inside ${layer} imports are relative (${specifier})`)
    if (layer !== 'server' || !specifier.startsWith('@/')) return
  } else if (ALLOWED[layer]?.includes(target) === false && !isTestSupport(path, target)) {
    faults.push(`${path}: ${layer} may not import ${target} (${specifier})`)
  } else if (specifier.startsWith('.') && layer in ALLOWED && target in ALLOWED) {
    faults.push(`${path}: another layer is imported as @/${target}/… (${specifier})`)
  }
  if (layer === 'app' && /^@\/server\/db\//.test(specifier)) {
    faults.push(`${path}: pages use verbs and queries, not the database`)
  }
}

function checkPurity(path, text) {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
  for (const pattern of IMPURE) {
    if (pattern.test(code)) faults.push(`${path}: a pure layer takes time, randomness and settings as arguments`)
  }
}

function checkVerb(path, text) {
  if (path in NOT_VERBS || !/\binTransaction\(/.test(text)) return
  if (!/\brequire(Permission|Actor)\(/.test(text)) faults.push(`${path}: opens a transaction but never asks who may`)
  if (!AUDITING.test(text)) faults.push(`${path}: opens a transaction but never writes an audit row`)
}

/** Paths in backticks that look like ours: they begin with a folder of the checkout and hold no placeholder. */
function checkDocument(document) {
  if (!existsSync(document)) return
  for (const [, path] of readFileSync(document, 'utf8').matchAll(
    /`((?:\.\/)?[\w.@()[\]-]+(?:\/[\w.@()[\]-]+)*\/?)`/g,
  )) {
    const isOurs = /^(src|scripts|tests|docs|prisma|public|\.ci)\//.test(path)
    if (isOurs && !existsSync(path)) faults.push(`${document}: names ${path}, which does not exist`)
  }
}

/** Layer that an import points into, or null for a package. */
function targetOf(path, specifier) {
  if (specifier.startsWith('@/')) return specifier.split('/')[1]
  if (specifier.startsWith('.')) return layerOf(join(dirname(path), specifier))
  return null
}

/** First folder below src; what lies outside src is named by its path from there (`../tests`). */
function layerOf(path) {
  const [first, second] = relative('src', path).split('/')
  return first === '..' ? `../${second}` : first
}

/** Versions and places, kept outside src because others read them too. */
function isData(specifier) {
  return specifier.startsWith('../') && specifier.endsWith('.json')
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path)
}

/** Tests beside the source may use the helpers in tests/support. */
function isTestSupport(path, target) {
  return isTest(path) && target === '../tests'
}
