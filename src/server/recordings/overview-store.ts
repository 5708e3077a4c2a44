import 'server-only'
import { randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Overview } from '@/ecg/long/overview'
import type { Tile } from '@/ecg/long/tiles'
import { encodeSamples } from '@/ecg/samples-codec'
import type { Db } from '../db/client'
import { masterKey } from '../files/postgres-store'
import { newFileKey, openChunk, sealChunk, unwrapKey, wrapKey } from '../files/sealing'

type Bytes = Uint8Array<ArrayBuffer>

/** Tiles of one statement. */
const BATCH = 48
/** A key seals each number once; those of the tiles leave the last one to the overview. */
const LEVEL_SHIFT = 2 ** 24
const OVERVIEW_NUMBER = 2 ** 32 - 1

/** One making of overview and tiles, under a key of its own: what another run left can be neither opened nor mixed in. */
export type Run = {
  readonly recordingId: string
  readonly runId: string
  readonly key: Bytes
  readonly wrappedKey: Bytes
}

export function newRun(recordingId: string): Run {
  const runId = randomUUID()
  const key = newFileKey()
  return { recordingId, runId, key, wrappedKey: wrapKey(masterKey(), nameOf(runId), key) }
}

export function openRun(recordingId: string, runId: string, wrappedKey: Bytes): Run {
  return { recordingId, runId, wrappedKey, key: unwrapKey(masterKey(), nameOf(runId), wrappedKey) }
}

export function sealOverview({ runId, key }: Run, overview: Overview): Bytes {
  return sealChunk(key, nameOf(runId), OVERVIEW_NUMBER, true, Buffer.from(JSON.stringify(overview)))
}

/** The column is written by `sealOverview` alone, so its shape is known. */
export function openOverview({ runId, key }: Run, sealed: Bytes): Overview {
  return JSON.parse(Buffer.from(openChunk(key, nameOf(runId), OVERVIEW_NUMBER, true, sealed)).toString())
}

/** Tiles as they come, kept many at a time; `done` when all of them are. */
export function tileKeeper(db: Db, { recordingId, runId, key }: Run) {
  let batch: { recordingId: string; runId: string; level: number; index: number; sealed: Bytes }[] = []
  let kept = Promise.resolve()
  const flush = async () => {
    const data = batch
    batch = []
    await kept
    kept = db.recordingTile.createMany({ data }).then(() => undefined)
  }
  return {
    add: async ({ level, index, samples }: Tile) => {
      const sealed = sealChunk(key, nameOf(runId), numberOf(level, index), false, encodeSamples(samples, deflate))
      batch.push({ recordingId, runId, level, index, sealed })
      if (batch.length >= BATCH) await flush()
    },
    done: async () => {
      await flush()
      await kept
    },
  }
}

/** `encodeSamples` of one tile; null where there is none. */
export async function readTile(db: Db, run: Run, level: number, index: number): Promise<Bytes | null> {
  const { recordingId, runId, key } = run
  const id = { recordingId, runId, level, index }
  const row = await db.recordingTile.findUnique({ where: { recordingId_runId_level_index: id } })
  return row && openChunk(key, nameOf(runId), numberOf(level, index), false, row.sealed)
}

/** Thousands of tiles: the one of Node is several times as quick as ours. */
function deflate(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 4 })
}

function numberOf(level: number, index: number): number {
  return level * LEVEL_SHIFT + index
}

/** What is sealed belongs to this run. */
function nameOf(runId: string): Uint8Array {
  return Buffer.from(runId)
}
