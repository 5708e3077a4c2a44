import 'server-only'
import type { Assessed } from '@/ecg/assess'
import type { Overview } from '@/ecg/long/overview'
import type { Tile } from '@/ecg/long/tiles'
import type { ReadingSummary } from '@/ecg/reading-summary'
import type { SignalDescription } from '@/ecg/types'
import type { ReaderAnswer } from './reader-messages'

/** What a thread for one long recording is started with: `summary` reads its header, `prepared` all of it. */
export type LongTask = {
  readonly want: 'summary' | 'prepared'
  readonly sizeBytes: number
  readonly description: SignalDescription
}

export type LongContents = {
  readonly summary: ReadingSummary
  /** Null where only the summary was wanted. */
  readonly prepared: { readonly overview: Overview; readonly assessed: Assessed } | null
}

/** The thread asks for bytes and hands over tiles; each request is answered under its number. */
export type LongMessage =
  | { readonly type: 'read'; readonly id: number; readonly offset: number; readonly lengthBytes: number }
  | { readonly type: 'tile'; readonly id: number; readonly tile: Tile }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly contents: LongContents }
  | ({ readonly type: 'problem' } & Extract<ReaderAnswer, { problem: unknown }>['problem'])

/** `bytes` answers a `read`; null says that a tile was taken. */
export type LongReply = { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> | null }
