/** What web, worker and programs are told through their environment. */
import { join } from 'node:path'
import { loadEnv } from './env-file.mjs'
import { pathWithPinnedNode } from './node-version.mjs'
import { ROOT } from './paths.mjs'
import { portOf } from './ports.mjs'

export function givenEnv() {
  return loadEnv(join(ROOT, '.env'))
}

export function webAddress(env) {
  const port = portOf(env.PORT ?? '3000')
  const isPrivate = env.DATABASE_URL === undefined && env.YURAK_BASE_URL === undefined
  return { port, host: isPrivate ? '127.0.0.1' : '0.0.0.0', url: env.YURAK_BASE_URL ?? `http://localhost:${port}` }
}

export function appEnv(env, { dir, databaseUrl, keys, hasDemo, mode }) {
  const { port, url } = webAddress(env)
  return {
    ...env,
    ...keys,
    PATH: pathWithPinnedNode(),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    YURAK_DIST_DIR: env.YURAK_DIST_DIR ?? '.next',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    YURAK_DATA_DIR: dir,
    YURAK_BASE_URL: url,
    NEXTAUTH_URL: url,
    ...(hasDemo ? { YURAK_DEMO: '1' } : {}),
  }
}
