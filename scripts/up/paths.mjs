/** Where things lie in the checkout. What belongs to one data folder is in `data-home.mjs`. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
export const MODULES = join(ROOT, 'node_modules')
export const BUILD_DIR = join(ROOT, '.data', 'build')
export const GENERATED_DIR = join(ROOT, 'src', 'server', 'db', 'generated')
export const SCHEMA = join(ROOT, 'prisma', 'schema.prisma')
export const MIGRATIONS_DIR = join(ROOT, 'prisma', 'migrations')
