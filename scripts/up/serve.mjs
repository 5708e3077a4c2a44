/** `npm start` and `npm run dev`: database, worker and web, kept running until someone stops them. */
import { dataDirOf } from './data-home.mjs'
import { atEnd, end, endWhenAsked } from './endings.mjs'
import { prepare } from './environment.mjs'
import { alone } from './lock.mjs'
import { buildPages } from './next-build.mjs'
import { checkRuntime } from './node-version.mjs'
import { requirePort } from './ports.mjs'
import { startPostgres } from './postgres.mjs'
import { processOf } from './processes.mjs'
import { forgetRun, requireNotRunning, stopLeftOvers, writeRun } from './run-state.mjs'
import { say, seconds } from './say.mjs'
import { givenEnv, webAddress } from './settings.mjs'
import { supervise } from './supervise.mjs'
import { watchPrograms } from './watch-programs.mjs'
import { sayDemoAccounts, startWeb, startWorker, untilHealthy } from './web.mjs'

/** Open event streams would keep the web server from ending by itself; other requests are done by then. */
const OPEN_STREAMS_MS = 3_000

/** What can be refused at once, before a first start spends minutes on packages and pages. */
export async function preflight() {
  const given = givenEnv()
  const { port, host } = webAddress(given)
  const dir = dataDirOf(given)
  requireNotRunning(dir)
  await stopLeftOvers(dir)
  await requirePort(port, host)
}

/** Does not end by itself while all is well. */
export async function serve(mode) {
  const begunAt = performance.now()
  endWhenAsked()
  const given = givenEnv()
  checkRuntime(given)
  const address = webAddress(given)
  const run = { supervisor: processOf(process.pid), address: address.url }
  const running = await prepare(given, mode, (dir) => claim(dir, run))
  if (mode === 'production') await alone(buildPages, running.env.YURAK_DIST_DIR, running.env)

  const note = (part) => (known) => writeRun(running.dir, Object.assign(run, { [part]: known }))
  keepDatabase(running, note('postgres'))
  const worker = supervise({ name: 'worker', start: () => startWorker(running.env), onStart: note('worker') })
  const web = supervise({
    name: 'web server',
    start: () => startWeb(mode, address, running.env),
    onStart: note('web'),
    patienceMs: OPEN_STREAMS_MS,
    onEnd: (reason) => run.isReady === true || giveUp(reason),
  })
  atEnd(() => Promise.all([worker.stop(), web.stop()]))
  if (mode === 'development') await watchPrograms(worker)
  await Promise.all([worker.launch(), web.launch()])
  await untilHealthy(address)
  run.isReady = true
  say(`\nYurak runs at ${address.url} (ready in ${seconds(begunAt)}; Ctrl-C stops it)`)
  if (running.hasDemo) sayDemoAccounts()
}

/** Taken before the database starts: a second start in the same folder would end the first one's. */
function claim(dir, run) {
  requireNotRunning(dir)
  writeRun(dir, run)
  atEnd(async () => forgetRun(dir))
}

function keepDatabase({ home, postgres }, onStart) {
  if (postgres === null) return
  const start = async () => (await startPostgres(home)).child
  const part = supervise({ name: 'database', start, onStart, signal: 'SIGINT', patienceMs: 20_000 })
  atEnd(() => part.stop())
  part.adopt(postgres.child)
}

/** A web server that never came up will not come up by trying again. */
function giveUp(reason) {
  say(`Yurak could not start: the web server ended (${reason}).`)
  end().finally(() => process.exit(1))
  return false
}
