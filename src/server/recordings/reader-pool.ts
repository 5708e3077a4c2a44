import 'server-only'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { EcgFormatError } from '@/ecg/errors'
import type { SignalDescription } from '@/ecg/types'
import type { ReadContents, ReaderAnswer, ReaderOutcome, ReaderRequest, ReaderWant } from './reader-messages'

const MOST_THREADS = 2
const TIME_LIMIT_MS = 5000
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/**
 * Reads a file of unknown origin in a thread of its own, never on the event loop. Rejects with
 * `EcgFormatError`: also when the file exhausts the thread's memory or its five seconds, which end
 * the thread and leave the next file a new one.
 */
export async function readInThread(
  bytes: Uint8Array,
  want: ReaderWant,
  description: SignalDescription = {},
): Promise<ReadContents> {
  return contentsOf(await sharedPool().read(bytes, want, description))
}

/**
 * What was read, or the error that says why not. The pool itself answers with plain data: it is shared by bundles that
 * each have a class `EcgFormatError` of their own, and an error of another's class is one that nobody here expects.
 */
export function contentsOf(outcome: ReaderOutcome): ReadContents {
  if ('contents' in outcome) return outcome.contents
  const { formatId, code, reason, byteOffset, needs } = outcome.problem
  throw new EcgFormatError(formatId, code, reason, byteOffset ?? undefined, needs ?? undefined)
}

type Job = { readonly request: ReaderRequest; readonly resolve: (outcome: ReaderOutcome) => void }

export class ReaderPool {
  readonly #threads: ReaderThread[] = []
  readonly #waiting: Job[] = []
  #lastId = 0

  constructor(
    readonly programPath: string,
    readonly mostThreads = Math.min(MOST_THREADS, availableParallelism()),
    readonly timeLimitMs = TIME_LIMIT_MS,
  ) {}

  /** The bytes are copied: the thread takes its copy over, the caller keeps the original. */
  read(bytes: Uint8Array, want: ReaderWant, description: SignalDescription = {}): Promise<ReaderOutcome> {
    return new Promise((resolve) => {
      this.#lastId += 1
      this.#waiting.push({
        request: { id: this.#lastId, bytes: Uint8Array.from(bytes), want, description },
        resolve,
      })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const thread = this.#threads.find((candidate) => candidate.isFree) ?? this.#startThread()
    const job = thread ? this.#waiting.shift() : undefined
    if (!job) return
    thread?.run(job)
    this.#next()
  }

  #startThread(): ReaderThread | null {
    if (this.#threads.length >= this.mostThreads) return null
    const thread = new ReaderThread(this.programPath, this.timeLimitMs, (isAlive) => {
      if (!isAlive) this.#threads.splice(this.#threads.indexOf(thread), 1)
      this.#next()
    })
    this.#threads.push(thread)
    return thread
  }
}

/** One thread and the job that it has; it keeps the process alive only while it has one. */
class ReaderThread {
  readonly #worker: Worker
  #job: Job | null = null
  #timer: NodeJS.Timeout | undefined
  #isEnded = false

  constructor(
    programPath: string,
    readonly timeLimitMs: number,
    readonly onFree: (isAlive: boolean) => void,
  ) {
    this.#worker = new Worker(programPath, { env: {}, execArgv: [], resourceLimits: RESOURCE_LIMITS })
    this.#worker.unref()
    this.#worker.on('message', (answer: ReaderAnswer) => this.#finish(answer))
    this.#worker.on('error', () => this.#fail('the file was too much for the reader'))
    this.#worker.on('exit', () => this.#fail('the reader stopped at this file'))
  }

  get isFree(): boolean {
    return this.#job === null && !this.#isEnded
  }

  run(job: Job): void {
    this.#job = job
    this.#worker.ref()
    this.#timer = setTimeout(() => this.#fail('reading the file took too long'), this.timeLimitMs)
    this.#worker.postMessage(job.request, [job.request.bytes.buffer])
  }

  async end(): Promise<void> {
    this.#isEnded = true
    await this.#worker.terminate()
  }

  #finish(answer: ReaderAnswer): void {
    const job = this.#takeJob()
    if (!job) return
    job.resolve(answer)
    this.#worker.unref()
    this.onFree(true)
  }

  #fail(reason: string): void {
    const problem = { formatId: 'unknown', code: 'reader_failed', reason, byteOffset: null, needs: null } as const
    this.#takeJob()?.resolve({ problem })
    if (this.#isEnded) return
    this.#isEnded = true
    void this.#worker.terminate()
    this.onFree(false)
  }

  #takeJob(): Job | null {
    clearTimeout(this.#timer)
    const job = this.#job
    this.#job = null
    return job
  }
}

const POOL_KEY = Symbol.for('yurak.reader-pool')

/** On `globalThis`, because Next loads a module anew after each change in development. */
function sharedPool(): ReaderPool {
  // The symbol is ours alone, so nothing else lies under it.
  const holder = globalThis as { [POOL_KEY]?: ReaderPool }
  const pool = holder[POOL_KEY] ?? new ReaderPool(programPath())
  holder[POOL_KEY] = pool
  return pool
}

/** The path is built when it is needed, so that Next neither traces nor bundles the program. */
function programPath(): string {
  const path = join(/* turbopackIgnore: true */ process.cwd(), '.data', 'build', 'reader-thread.mjs')
  if (!existsSync(path)) throw new Error('The reader thread is not built; npm start builds it.')
  return path
}
