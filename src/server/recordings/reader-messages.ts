import 'server-only'
import type { EcgProblemCode } from '@/ecg/errors'
import type { ReadingSummary } from '@/ecg/reading-summary'

/** `summary` says what is in the file; `samples` also brings the contents. */
export type ReaderWant = 'summary' | 'samples'

export type ReaderRequest = {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly want: ReaderWant
}

export type ReadContents = {
  readonly summary: ReadingSummary
  /** Of `encodeSamples`; null for a picture, and where only the summary was wanted. */
  readonly samples: Uint8Array<ArrayBuffer> | null
  /** The picture that lay inside the file; null where the file is the picture, and where only the summary was wanted. */
  readonly embedded: Uint8Array<ArrayBuffer> | null
}

export type ReaderAnswer =
  | { readonly id: number; readonly contents: ReadContents }
  | {
      readonly id: number
      readonly problem: {
        readonly formatId: string
        readonly code: EcgProblemCode
        readonly reason: string
        readonly byteOffset: number | null
      }
    }
