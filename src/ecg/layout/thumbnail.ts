/**
 * One lead, three seconds, at half the usual size: to be recognised, not to be measured.
 * Drawn at 25 mm/s and 10 mm/mV in its own millimetres, shown half as large, 5 mm grid only.
 */
import type { LeadName } from '../types'
import { STANDARD_SCALE, type Waveform } from './layout-trace'
import { medianUv } from './level'
import { tracePath } from './trace-path'

export const THUMBNAIL_WIDTH_MM = 75
export const THUMBNAIL_HEIGHT_MM = 28
/** Of what is drawn on the paper it lies on. */
export const THUMBNAIL_SIZE = 0.5

export type Thumbnail = { readonly lead: LeadName; readonly pathD: string }

const USUAL_LEADS: readonly LeadName[] = ['II', 'V2', 'I', 'V1']
const BASELINE_MM = 17
const TOLERANCE_MM = 0.1

/** The wanted lead, else the first usual one, else whatever the recording has; null for a recording of no leads. */
export function layoutThumbnail(recording: Waveform, wanted?: LeadName): Thumbnail | null {
  const find = (name: LeadName | undefined) => recording.leads.find((lead) => lead.name === name)
  const lead = [wanted, ...USUAL_LEADS].map(find).find((found) => found !== undefined) ?? recording.leads[0]
  if (!lead) return null
  const mmPerSample = STANDARD_SCALE.mmPerSecond / recording.sampleRateHz
  const pathD = tracePath(
    { samplesUv: lead.samplesUv, fromIndex: 0, toIndex: Math.round(THUMBNAIL_WIDTH_MM / mmPerSample) },
    {
      xMm: 0,
      yMm: BASELINE_MM,
      baselineUv: medianUv(lead.samplesUv),
      mmPerSample,
      mmPerUv: STANDARD_SCALE.mmPerMv / 1000,
      toleranceMm: TOLERANCE_MM,
    },
  )
  return { lead: lead.name, pathD }
}
