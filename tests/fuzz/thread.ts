/** Spoils files and reads them, one after the other, until the time is over; says what it is at before each. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, fuzzedReaders, spoilt } from '../support/fuzzed-readers'
import { diceOf } from '../support/mutate'
import { CASE, COUNT, type FuzzTask, SLOWEST_MS } from './parts/task'

/** Garbage of many reads must not be taken for the memory of one. */
const GARBAGE_BYTES = 48 * 1024 * 1024

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const { readerId, seed, firstCase, lastCase, untilMs, progress }: FuzzTask = workerData
const reader = fuzzedReaders().find(({ id }) => id === readerId)
if (!reader) throw new Error(`no reader ${readerId}`)

for (let index = firstCase; index <= lastCase && Date.now() < untilMs; index++) {
  const files = spoilt(diceOf(seed + index), reader)
  Atomics.store(progress, CASE, index)
  const startedAt = performance.now()
  const fault = await faultOf(reader, files)
  const ms = Math.ceil(performance.now() - startedAt)
  Atomics.store(progress, CASE, -1)
  Atomics.store(progress, SLOWEST_MS, Math.max(Atomics.load(progress, SLOWEST_MS), ms))
  Atomics.add(progress, COUNT, 1)
  if (fault !== null) parentPort?.postMessage({ index, fault })
  const { arrayBuffers } = process.memoryUsage()
  if (arrayBuffers > GARBAGE_BYTES) collectGarbage()
}
