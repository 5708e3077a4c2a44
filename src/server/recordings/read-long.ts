import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { EcgFormatError } from '@/ecg/errors'
import type { Tile } from '@/ecg/long/tiles'
import type { StoredContent } from '../files/file-store'
import type { LongContents, LongMessage, LongReply, LongTask } from './long-messages'

/** A thread that says nothing for so long has been defeated by its file. */
const SILENCE_MS = 60_000
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

type Takers = {
  /** Resolves when the next tile may come. */
  readonly onTile?: (tile: Tile) => Promise<void>
  /** Share of the whole, 0 to 1. */
  readonly onProgress?: (share: number) => Promise<void>
}

/**
 * Goes over a file of any length in a thread of its own, which fetches from the store what it needs: the file is never
 * held whole. Rejects with `EcgFormatError`, and with what the store or a taker throws.
 */
export function readLong(
  content: StoredContent,
  { want, description = {} }: Pick<LongTask, 'want'> & Partial<LongTask>,
  { onTile, onProgress }: Takers = {},
): Promise<LongContents> {
  const task: LongTask = { want, description, sizeBytes: content.sizeBytes }
  const thread = new Worker(programPath(), {
    env: {},
    execArgv: [],
    resourceLimits: RESOURCE_LIMITS,
    workerData: task,
  })
  return new Promise<LongContents>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const hear = () => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(defeated('reading the recording took too long')), SILENCE_MS)
    }
    const fail = (error: unknown) => {
      clearTimeout(timer)
      reject(error)
      void thread.terminate()
    }
    const reply = (answer: LongReply) => thread.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : [])
    const handle = async (message: LongMessage) => {
      if (message.type === 'read') {
        reply({ id: message.id, bytes: await content.read(message.offset, message.lengthBytes) })
      } else if (message.type === 'tile') {
        await onTile?.(message.tile)
        reply({ id: message.id, bytes: null })
      } else if (message.type === 'progress') await onProgress?.(message.share)
      else if (message.type === 'done') {
        clearTimeout(timer)
        resolve(message.contents)
      } else {
        const { formatId, code, reason, byteOffset, needs } = message
        fail(new EcgFormatError(formatId, code, reason, byteOffset ?? undefined, needs ?? undefined))
      }
    }
    hear()
    thread.on('message', (message: LongMessage) => {
      hear()
      handle(message).catch(fail)
    })
    thread.on('error', () => fail(defeated('the recording was too much for the reader')))
    thread.on('exit', () => fail(defeated('the reader stopped at this recording')))
  })
}

function defeated(reason: string): EcgFormatError {
  return new EcgFormatError('unknown', 'reader_failed', reason)
}

/** The path is built when it is needed, so that Next neither traces nor bundles the program. */
function programPath(): string {
  const path = join(/* turbopackIgnore: true */ process.cwd(), '.data', 'build', 'long-thread.mjs')
  if (!existsSync(path)) throw new Error('The thread for long recordings is not built; npm start builds it.')
  return path
}
