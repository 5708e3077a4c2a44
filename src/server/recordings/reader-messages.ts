import 'server-only'
import type { Assessed } from '@/ecg/assess'
import type { EcgProblemCode, NeededDescription } from '@/ecg/errors'
import type { ReadingSummary } from '@/ecg/reading-summary'
import type { SignalDescription } from '@/ecg/types'

/** `summary` says what is in the file, `assessed` also what was measured on it; `samples` brings the contents. */
export type ReaderWant = 'summary' | 'assessed' | 'samples'

export type ReaderRequest = {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly want: ReaderWant
  /** What a person said about a file of bare numbers; empty for any other. */
  readonly description: SignalDescription
}

export type ReadContents = {
  readonly summary: ReadingSummary
  /** Null for a picture, and where it was not wanted. */
  readonly assessed: Assessed | null
  /** Of `encodeSamples`; null for a picture, and where only the summary was wanted. */
  readonly samples: Uint8Array<ArrayBuffer> | null
  /** The picture that lay inside the file; null where the file is the picture, and where only the summary was wanted. */
  readonly embedded: Uint8Array<ArrayBuffer> | null
}

export type ReaderOutcome =
  | { readonly contents: ReadContents }
  | {
      readonly problem: {
        readonly formatId: string
        readonly code: EcgProblemCode
        readonly reason: string
        readonly byteOffset: number | null
        readonly needs: NeededDescription | null
      }
    }

export type ReaderAnswer = ReaderOutcome & { readonly id: number }
