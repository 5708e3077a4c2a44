/** A Chromium for the journeys: the one that is there, else Debian's package, else Playwright's own. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MODULES, ROOT } from './paths.mjs'
import { Refusal, step } from './say.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the program, or undefined where Playwright knows its own. */
export async function chromiumPath(env) {
  const found = env.CHROMIUM_PATH ?? PLACES.find(existsSync)
  if (found !== undefined) return found
  if (await hasPlaywrightOwn()) return undefined
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Chromium', installDebianPackage)
    if (existsSync(PLACES[0])) return PLACES[0]
  } else {
    await step('Chromium', installPlaywrightOwn)
    if (await hasPlaywrightOwn()) return undefined
  }
  throw new Refusal(
    'No Chromium for the journeys: install it (apt-get install chromium) or name it with CHROMIUM_PATH, and run again.',
  )
}

async function hasPlaywrightOwn() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

function installDebianPackage() {
  run('apt-get', ['update', '-q'])
  return run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
}

function installPlaywrightOwn() {
  return run(process.execPath, [join(MODULES, '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(command, args, { cwd: ROOT, env, stdio: 'ignore' })
  return status === 0 ? 'installed' : 'could not be installed'
}
