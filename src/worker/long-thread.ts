/**
 * The thread that goes over one long recording of unknown origin. Like the reader thread it has no database, no
 * configuration and a memory limit; it is given the bytes that it asks for, piece by piece, and hands over tiles.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { isReadWhole } from '@/ecg/assemble-recording'
import { assessLong } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import { MAX_FILE_BYTES } from '@/ecg/long/long-limits'
import { prepareLong } from '@/ecg/long/prepare-long'
import type { Tile } from '@/ecg/long/tiles'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { summariseStream } from '@/ecg/reading-summary'
import type { ByteSource, EcgStream } from '@/ecg/streaming/ecg-stream'
import { openEcgStream } from '@/ecg/streaming/open-ecg-stream'
import { streamOfRecording } from '@/ecg/streaming/stream-of-recording'
import type { LongContents, LongMessage, LongReply, LongTask } from '@/server/recordings/long-messages'

/** Tiles on their way at one time: enough that nobody waits for the other, few enough to be held. */
const TILES_AT_ONCE = 24

const task: LongTask = workerData
const asked = new Map<number, (reply: LongReply) => void>()
const onTheirWay = new Set<Promise<unknown>>()
let lastId = 0

parentPort?.on('message', (reply: LongReply) => {
  asked.get(reply.id)?.(reply)
  asked.delete(reply.id)
})

try {
  send({ type: 'done', contents: await work() })
} catch (error) {
  if (!(error instanceof EcgFormatError)) throw error
  const { formatId, code, reason, byteOffset, needs } = error
  send({ type: 'problem', formatId, code, reason, byteOffset: byteOffset ?? null, needs: needs ?? null })
} finally {
  parentPort?.close()
}

async function work(): Promise<LongContents> {
  const source: ByteSource = {
    name: '',
    sizeBytes: task.sizeBytes,
    read: async (offset, lengthBytes) => {
      const { bytes } = await ask((id) => ({ type: 'read', id, offset, lengthBytes }))
      return bytes ?? new Uint8Array()
    },
  }
  const stream = await openStream(source)
  const summary = summariseStream(stream)
  if (task.want === 'summary') return { summary, prepared: null }
  const { overview, analysis } = await prepareLong(stream, {
    isSynthetic: summary.isSynthetic,
    give: handOver,
    onProgress: (share) => send({ type: 'progress', share }),
  })
  await Promise.all(onTheirWay)
  return { summary, prepared: { overview, assessed: assessLong(analysis, stream) } }
}

/** Files of other formats are short enough to be read whole. */
async function openStream(source: ByteSource): Promise<EcgStream> {
  try {
    return await openEcgStream([source])
  } catch (error) {
    if (!(error instanceof EcgFormatError) || task.sizeBytes > MAX_FILE_BYTES || task.want === 'summary') throw error
    const reading = readEcgFiles([{ name: '', bytes: await source.read(0, source.sizeBytes) }], task.description)
    if (reading.kind !== 'waveform') throw error
    const { recording } = reading
    const { leads, sampleRateHz } = recording
    if (!isReadWhole(leads.length, leads[0]?.samplesUv.length ?? 0, sampleRateHz)) throw error
    return streamOfRecording(recording)
  }
}

async function handOver(tile: Tile): Promise<void> {
  const taken = ask((id) => ({ type: 'tile', id, tile }), transferOf(tile))
  onTheirWay.add(taken)
  void taken.then(() => onTheirWay.delete(taken))
  if (onTheirWay.size >= TILES_AT_ONCE) await Promise.race(onTheirWay)
}

function transferOf({ samples }: Tile): ArrayBuffer[] {
  // The arrays of a tile are its own (`TileMaker`), each with a buffer of its own.
  return samples.leads.map(({ samplesUv }) => samplesUv.buffer as ArrayBuffer)
}

function ask(request: (id: number) => LongMessage, transfer: ArrayBuffer[] = []): Promise<LongReply> {
  lastId += 1
  const id = lastId
  return new Promise((resolve) => {
    asked.set(id, resolve)
    parentPort?.postMessage(request(id), transfer)
  })
}

function send(message: LongMessage): void {
  parentPort?.postMessage(message)
}
