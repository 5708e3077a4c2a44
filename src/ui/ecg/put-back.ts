import type { SwapView } from '@/cases/api/assessment-views'
import { correctSwap } from '@/ecg/quality/unswap'
import type { Samples } from '@/ecg/samples-codec'
import type { EcgRecording } from '@/ecg/types'

/** The samples as they would have been with the electrodes put back; as they are where nothing can put them back. */
export function putBack(samples: Samples, swap: SwapView): Samples {
  // Of a recording its leads alone are read and changed.
  const corrected = correctSwap(samples as EcgRecording, swap)
  return corrected ? { ...samples, leads: corrected.leads } : samples
}
