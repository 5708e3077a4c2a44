/** A thread reads spoilt files while this side watches its time and memory: a reader that hangs cannot say so itself. */
import { Worker } from 'node:worker_threads'
import { CASE, COUNT, type FuzzFault, type FuzzTask, PROGRESS_LENGTH, SLOWEST_MS } from './task'

const LONGEST_READ_MS = 2000
const LOOK_EVERY_MS = 20
export const MEMORY_LIMIT_MIB = 256

export type Watched = {
  readonly count: number
  readonly slowestMs: number
  /** Beyond what the program itself needs. */
  readonly peakMib: number
  readonly faults: readonly FuzzFault[]
}

type Plan = Pick<FuzzTask, 'readerId' | 'seed' | 'firstCase' | 'lastCase'> & { readonly ms: number }

/** A thread that had to be stopped is followed by one that begins behind the case that stopped it. */
export async function watch(thread: URL, { ms, ...plan }: Plan): Promise<Watched> {
  const progress = new Int32Array(new SharedArrayBuffer(PROGRESS_LENGTH * 4))
  const untilMs = Date.now() + ms
  const faults: FuzzFault[] = []
  let firstCase = plan.firstCase
  let peakMib = 0
  while (Date.now() < untilMs && firstCase <= plan.lastCase) {
    Atomics.store(progress, CASE, -1)
    const end = await oneThread(thread, { ...plan, firstCase, untilMs, progress }, faults)
    peakMib = Math.max(peakMib, end.peakMib)
    if (end.stoppedAt === null) break
    firstCase = end.stoppedAt + 1
  }
  const [count, slowestMs] = [Atomics.load(progress, COUNT), Atomics.load(progress, SLOWEST_MS)]
  return { count, slowestMs, peakMib, faults }
}

function oneThread(
  thread: URL,
  task: FuzzTask,
  faults: FuzzFault[],
): Promise<{ stoppedAt: number | null; peakMib: number }> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MIB },
    })
    let stoppedAt: number | null = null
    let since = { index: -1, at: 0 }
    let baseMib: number | null = null
    let peakMib = 0
    const stop = (index: number, fault: string) => {
      if (stoppedAt !== null) return
      stoppedAt = Math.max(index, task.firstCase)
      faults.push({ index: stoppedAt, fault })
      void worker.terminate()
    }
    const look = setInterval(() => {
      const index = Atomics.load(task.progress, CASE)
      if (index === -1) return
      if (index !== since.index) since = { index, at: performance.now() }
      else if (performance.now() - since.at > LONGEST_READ_MS) stop(index, `longer than ${LONGEST_READ_MS} ms`)
      baseMib ??= residentMib()
      peakMib = Math.max(peakMib, residentMib() - baseMib)
      if (peakMib > MEMORY_LIMIT_MIB) stop(index, `more than ${MEMORY_LIMIT_MIB} MiB`)
    }, LOOK_EVERY_MS)
    worker.on('message', (fault: FuzzFault) => faults.push(fault))
    worker.on('error', (error) => stop(Atomics.load(task.progress, CASE), `${error.name}: ${error.message}`))
    worker.on('exit', () => {
      clearInterval(look)
      resolve({ stoppedAt, peakMib })
    })
  })
}

function residentMib(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}
