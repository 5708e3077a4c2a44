/**
 * The thread that opens files of unknown origin. It has no database, no configuration and a
 * memory limit; what it is given are bytes, what it answers are plain values.
 */
import { parentPort } from 'node:worker_threads'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { summariseReading } from '@/ecg/reading-summary'
import { encodeSamples } from '@/ecg/samples-codec'
import type { EcgReading } from '@/ecg/types'
import type { ReadContents, ReaderAnswer, ReaderRequest } from '@/server/recordings/reader-messages'

parentPort?.on('message', (request: ReaderRequest) => {
  const answer = answerTo(request)
  parentPort?.postMessage(answer, transferOf(answer))
})

function answerTo({ id, bytes, want }: ReaderRequest): ReaderAnswer {
  try {
    const reading = readEcgFile(bytes)
    const summary = summariseReading(reading)
    const contents = want === 'samples' ? contentsOf(reading) : { samples: null, embedded: null }
    return { id, contents: { summary, ...contents } }
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    const { formatId, code, reason, byteOffset } = error
    return { id, problem: { formatId, code, reason, byteOffset: byteOffset ?? null } }
  }
}

function contentsOf(reading: EcgReading): Omit<ReadContents, 'summary'> {
  if (reading.kind === 'waveform') return { samples: encodeSamples(reading.recording), embedded: null }
  return { samples: null, embedded: reading.embedded?.slice() ?? null }
}

function transferOf(answer: ReaderAnswer): ArrayBuffer[] {
  if ('problem' in answer) return []
  const { samples, embedded } = answer.contents
  return [samples, embedded].filter((bytes) => bytes !== null).map((bytes) => bytes.buffer)
}
