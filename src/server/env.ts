import 'server-only'
import { z } from 'zod'

const key = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')

const Env = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: z.string().min(1),
  YURAK_DATA_DIR: z.string().min(1).default('.data'),
  YURAK_FILE_KEY: key,
  YURAK_PINFL_KEY: key,
  YURAK_SESSION_SECRET: z.string().min(32),
  YURAK_BASE_URL: z.url(),
  /** `1` only where the embedded set-up made its own demo data. */
  YURAK_DEMO: z.enum(['0', '1']).default('0'),
  /** Set by the set-up alone, when it fills a database that it has just made. */
  SEED_DEMO: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})
export type Env = z.infer<typeof Env>

let parsed: Env | undefined

/** The configuration, parsed once; names what is missing or wrong. The only reader of `process.env` in `src`. */
export function env(): Env {
  if (parsed) return parsed
  const result = Env.safeParse(process.env)
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not complete. ${names.join('; ')}`)
  }
  parsed = result.data
  return parsed
}

/** Plain http is for this machine only; everywhere else cookies are Secure. */
export function isSecureBase(): boolean {
  return env().YURAK_BASE_URL.startsWith('https://')
}
