/** The pages, built when what they are made of has changed. */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED_DIR, MODULES, ROOT } from './paths.mjs'
import { isDiskFull, Refusal, step } from './say.mjs'
import { fingerprint, hasStamp, writeWhole } from './stamp.mjs'
import { WITH_PARENT } from './supervise.mjs'

export const NEXT = join(MODULES, 'next', 'dist', 'bin', 'next')
const INPUTS = ['src', 'public', 'prisma/schema.prisma', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json']
const LOCKS = ['package.json', 'package-lock.json']

/** Fingerprint of everything that the pages are made of. */
export function buildInputs() {
  const isOutside = (path) => path === GENERATED_DIR || path.endsWith('.test.ts') || path.endsWith('.test.tsx')
  return fingerprint(ROOT, [...INPUTS, ...LOCKS], isOutside)
}

export function isBuilt(distDir, wanted) {
  return hasStamp(stampOf(distDir), wanted) && existsSync(join(ROOT, distDir, 'BUILD_ID'))
}

export async function buildPages(distDir, env) {
  const wanted = buildInputs()
  if (isBuilt(distDir, wanted)) return
  rmSync(stampOf(distDir), { force: true })
  await step('Pages', () => runBuild({ ...env, NODE_ENV: 'production', YURAK_DIST_DIR: distDir }))
  writeWhole(stampOf(distDir), wanted)
}

function stampOf(distDir) {
  return join(ROOT, distDir, 'yurak-stamp')
}

function runBuild(env) {
  const child = spawn(process.execPath, [...WITH_PARENT, NEXT, 'build'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-30_000)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) return resolve('built')
      if (isDiskFull(output)) return reject(new Refusal('The disk is full: free some space (1 GB) and start again.'))
      reject(new Refusal(`The pages could not be built:\n${output}`))
    })
  })
}
