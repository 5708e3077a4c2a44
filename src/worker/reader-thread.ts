/**
 * The thread that opens files of unknown origin. It has no database, no configuration and a
 * memory limit; what it is given are bytes, what it answers are plain values.
 */
import { parentPort } from 'node:worker_threads'
import { assess } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { summariseReading } from '@/ecg/reading-summary'
import { encodeSamples } from '@/ecg/samples-codec'
import type { EcgReading } from '@/ecg/types'
import type { ReadContents, ReaderAnswer, ReaderRequest } from '@/server/recordings/reader-messages'

parentPort?.on('message', (request: ReaderRequest) => {
  const answer = answerTo(request)
  parentPort?.postMessage(answer, transferOf(answer))
})

function answerTo({ id, bytes, want, description }: ReaderRequest): ReaderAnswer {
  try {
    const reading = readEcgFiles([{ name: '', bytes }], description)
    const summary = summariseReading(reading)
    return { id, contents: { summary, ...contentsOf(reading, want) } }
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    const { formatId, code, reason, byteOffset, needs } = error
    return { id, problem: { formatId, code, reason, byteOffset: byteOffset ?? null, needs: needs ?? null } }
  }
}

const NOTHING = { assessed: null, samples: null, embedded: null }

function contentsOf(reading: EcgReading, want: ReaderRequest['want']): Omit<ReadContents, 'summary'> {
  if (reading.kind === 'picture')
    return want === 'samples' ? { ...NOTHING, embedded: reading.embedded?.slice() ?? null } : NOTHING
  if (want === 'assessed') return { ...NOTHING, assessed: assess(reading.recording) }
  return want === 'samples' ? { ...NOTHING, samples: encodeSamples(reading.recording) } : NOTHING
}

function transferOf(answer: ReaderAnswer): ArrayBuffer[] {
  if ('problem' in answer) return []
  const { samples, embedded } = answer.contents
  return [samples, embedded].filter((bytes) => bytes !== null).map((bytes) => bytes.buffer)
}
