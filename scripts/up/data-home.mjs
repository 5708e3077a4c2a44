/**
 * The folder that holds what must outlive a restart: database, keys, the list of running processes.
 * PostgreSQL refuses to run as root, so a root start hands the database to another user; where that user cannot
 * enter the checkout, the whole folder moves to /var/lib/yurak and `.data/elsewhere` names it.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './paths.mjs'
import { postgresPackage } from './postgres-files.mjs'
import { Refusal, say } from './say.mjs'
import { writeWhole } from './stamp.mjs'

const DEFAULT_DIR = join(ROOT, '.data')
const POINTER = join(DEFAULT_DIR, 'elsewhere')
export const TEMPORARY_PREFIX = 'yurak-test-'
const SHARED_PARENT = '/var/lib/yurak'

/** The data folder as it is now, without making or checking anything. */
export function dataDirOf(env) {
  if (env.YURAK_DATA_DIR !== undefined) return resolve(ROOT, env.YURAK_DATA_DIR)
  return existsSync(POINTER) ? readFileSync(POINTER, 'utf8').trim() : DEFAULT_DIR
}

/** Makes the data folder ready for the embedded database: `{dir, owner, programs}`. */
export function prepareDataHome(env) {
  const dir = dataDirOf(env)
  makeFolder(dir)
  const owner = databaseOwner(join(dir, 'postgres'))
  if (owner === null || canUse(owner, '-x', dir)) return homeAt(dir, owner)
  if (env.YURAK_DATA_DIR !== undefined) {
    throw new Refusal(
      `The database user "${owner.name}" cannot enter ${dir}: give it the right to (chmod o+x on each folder of that path), or set YURAK_DATA_DIR to another folder.`,
    )
  }
  return homeAt(moveElsewhere(owner), owner)
}

/** A folder for one run of the tests, where the database user can enter it. */
export function temporaryHome(parents) {
  const owner = databaseOwner('')
  const parent = parents.find((each) => existsSync(each) && (owner === null || canUse(owner, '-x', each)))
  if (parent === undefined) throw new Refusal(`No temporary folder that the database user can enter: ${parents}.`)
  const dir = join(parent, `${TEMPORARY_PREFIX}${randomBytes(6).toString('hex')}`)
  makeFolder(dir)
  return homeAt(dir, owner)
}

function moveElsewhere(owner) {
  const dir = join(SHARED_PARENT, randomBytes(6).toString('hex'))
  makeFolder(dir)
  writeWhole(POINTER, `${dir}\n`)
  say(`  The database user "${owner.name}" cannot enter ${ROOT}, so the data is kept in ${dir}.`)
  return dir
}

function homeAt(dir, owner) {
  return { dir, owner, programs: programsFor(dir, owner) }
}

/** Folder with bin/, lib/ and share/, readable for the database user: the packages' own, else a copy. */
function programsFor(dir, owner) {
  const folder = postgresPackage()
  if (folder === null) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
    )
  }
  const native = join(folder, 'native')
  const isReadable = (path) =>
    canUse(owner, '-x', join(path, 'bin', 'postgres')) && canUse(owner, '-r', join(path, 'lib'))
  if (owner === null || isReadable(native)) return native
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const copy = join(dir, `postgres-${version}`)
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', copy])
    writeWhole(join(copy, 'complete'), '')
  }
  return copy
}

/** Who runs the database: the owner of what is there already, else nobody special, else (as root) another user. */
function databaseOwner(clusterDir) {
  const isRoot = process.getuid?.() === 0
  if (!existsSync(clusterDir)) return isRoot ? databaseUser() : null
  const { uid, gid } = statSync(clusterDir)
  if (isRoot && uid !== 0) return { name: nameOf(uid), uid, gid }
  if (!isRoot && process.getuid !== undefined && uid !== process.getuid()) {
    throw new Refusal(`The database in ${clusterDir} belongs to "${nameOf(uid)}": start as that user or as root.`)
  }
  return null
}

function databaseUser() {
  return findUser('postgres') ?? findUser('yurak') ?? createUser() ?? findUser('nobody') ?? noUser()
}

function createUser() {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'yurak'])
  return findUser('yurak')
}

function findUser(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid.status === 0 && gid.status === 0 ? { name, uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

function noUser() {
  throw new Refusal('PostgreSQL does not run as root and no other user could be made: start as an ordinary user.')
}

function nameOf(uid) {
  const { status, stdout } = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : `user ${uid}`
}

function canUse(owner, right, path) {
  return spawnSync('test', [right, path], { uid: owner.uid, gid: owner.gid, cwd: '/' }).status === 0
}

/** Folders that we make can be entered by the database user; secret files in them are 0600 one by one. */
function makeFolder(dir) {
  const mask = process.umask(0o022)
  try {
    const made = mkdirSync(dir, { recursive: true })
    if (made === undefined && dir === DEFAULT_DIR) chmodSync(dir, 0o755)
  } catch (error) {
    if (error.code === 'ENOSPC') throw error
    throw new Refusal(`The data folder ${dir} cannot be made (${error.code}): choose another with YURAK_DATA_DIR.`)
  } finally {
    process.umask(mask)
  }
}
