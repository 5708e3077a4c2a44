import { layoutTrace, type PaperScale, STANDARD_SCALE, type Waveform } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import type { LeadName } from '@/ecg/types'
import { PaperTrace } from './paper-trace'

/** Half of it is the most that the line may leave out: 5 µV, a third of the line's own width. */
const TRAVELLING_RESOLUTION_MM = 0.1

/** An ECG on calibrated paper as the server can send it: no script, some ten kilobytes compressed. */
export function EcgPaper({
  waveform,
  isSynthetic,
  layoutId = '3x4+1',
  scale = STANDARD_SCALE,
  lead,
  className,
}: {
  readonly waveform: Waveform
  readonly isSynthetic: boolean
  readonly layoutId?: LayoutId
  readonly scale?: PaperScale
  /** Of the arrangement of a single lead. */
  readonly lead?: LeadName
  readonly className?: string
}) {
  const sheet = layoutTrace(waveform, layoutId, scale, {
    resolutionMm: TRAVELLING_RESOLUTION_MM,
    ...(lead ? { lead } : {}),
  })
  return <PaperTrace sheet={sheet} isSynthetic={isSynthetic} className={className ?? ''} />
}
