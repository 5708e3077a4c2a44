/** The `.env` file: `NAME=value` lines, `#` comments, optional quotes. The real environment wins. */
import { existsSync, readFileSync } from 'node:fs'

const LINE = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/

export function parseEnv(text) {
  const values = {}
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = LINE.exec(line) ?? []
    if (name !== undefined && raw !== undefined) values[name] = unquoted(raw)
  }
  return values
}

export function readEnvFile(path) {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
}

/** An empty value counts as not given, in the file and in the environment alike. */
export function loadEnv(path, environment = process.env) {
  const given = Object.entries({ ...readEnvFile(path), ...nonEmpty(environment) })
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

function nonEmpty(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function unquoted(raw) {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(raw)
  if (quoted) return quoted[2]
  return raw.replace(/\s+#.*$/, '')
}
