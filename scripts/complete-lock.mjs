/**
 * Run after a change of the dependencies: `npm run lock`. A registry that mirrors only some systems leaves the packages
 * of the others out of package-lock.json, and `npm ci` then refuses the file everywhere. This adds them by name,
 * version and system (without a checksum, which only their registry knows); where they do not fit they are not fetched.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'netbsd', 'sunos', 'aix', 'win32', 'openharmony']
const CHIPS = ['arm64', 'arm', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = Object.values(lock.packages).flatMap((parent) =>
  Object.entries(parent.optionalDependencies ?? {}).flatMap(add),
)
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${file}: ${added.length} packages of other systems added`)

function add([name, version]) {
  const path = `node_modules/${name}`
  const words = name.split(/[/-]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = CHIPS.filter((chip) => words.includes(chip))
  if (path in lock.packages || !/^\d/.test(version) || os.length + cpu.length === 0) return []
  lock.packages[path] = {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
  return [name]
}
