/** Fingerprints of inputs, so that a step is skipped when nothing that it reads has changed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** SHA-256 over names and contents of files and folders; missing ones count as empty. */
export function fingerprint(root, paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((entry) => filesUnder(join(root, entry), skip)).sort()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

export function hasStamp(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value
}

/** Written last and at once, so that a step cut short is not taken for done. */
export function writeWhole(file, text, mode = 0o644) {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}.new`
  writeFileSync(fresh, text, { mode })
  renameSync(fresh, file)
}

function filesUnder(path, skip) {
  if (!existsSync(path) || skip(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name), skip))
}
