/** A process of an application of our own that can be killed without warning and begun again at once. */
import { once } from 'node:events'
import { atEnd } from './endings.mjs'
import { processOf, stopProcess } from './processes.mjs'

/**
 * `start()` gives a child process. One that ends by itself stays down and is counted in `fallen`: whoever needs it
 * must notice.
 */
export async function killable(start) {
  let child
  let known
  let isMeant = false
  let fallen = 0

  async function launch() {
    child = await start()
    known = processOf(child.pid)
    isMeant = false
    child.once('exit', () => {
      if (!isMeant) fallen += 1
    })
  }

  atEnd(() => {
    isMeant = true
    return stopProcess(known, 'SIGTERM', 8_000)
  })
  await launch()
  return {
    fallen: () => fallen,
    kill: async () => {
      isMeant = true
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
      await launch()
    },
  }
}
