import 'server-only'
import type { Assessed } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import type { ReadingSummary } from '@/ecg/reading-summary'
import type { SignalDescription } from '@/ecg/types'
import { readInThread } from './reader-pool'

type Read = { readonly reading: ReadingSummary; readonly assessed: Assessed | null }

/**
 * What is in a file and what was measured on it. A recording that is too much for the measuring is still read:
 * it counts as not analysed, never as unreadable. Rejects with `EcgFormatError`.
 */
export async function readAndAssess(bytes: Uint8Array, description: SignalDescription = {}): Promise<Read> {
  try {
    const { summary, assessed } = await readInThread(bytes, 'assessed', description)
    return { reading: summary, assessed }
  } catch (error) {
    if (!(error instanceof EcgFormatError && error.code === 'reader_failed')) throw error
    const { summary } = await readInThread(bytes, 'summary', description)
    return { reading: summary, assessed: null }
  }
}
