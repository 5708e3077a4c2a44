import type { ExportFormat } from '@/cases/values'
import type { LayoutId } from '@/ecg/layout/layouts'
import type { ViewerSettings } from './viewer-settings'

/** What is on the screen, as far as a page can show it. */
export type ExportedTrace = {
  readonly caseId: string
  readonly recordingId: string
  readonly layoutId: LayoutId
  readonly settings: ViewerSettings
  readonly offsetMs: number
}

/** The page or the file of the same trace: arrangement, scale, filters and place as they are shown. */
export function exportAddress(
  { caseId, recordingId, layoutId, settings, offsetMs }: ExportedTrace,
  format: ExportFormat,
): string {
  const { scale, filter, lead } = settings
  const query = new URLSearchParams({
    recordingId,
    format,
    layout: layoutId,
    lead,
    speed: String(scale.mmPerSecond),
    gain: String(scale.mmPerMv),
    from: String(offsetMs / 1000),
  })
  if (filter.highPassHz !== null) query.set('highPass', String(filter.highPassHz))
  if (filter.lowPassHz !== null) query.set('lowPass', String(filter.lowPassHz))
  if (filter.notchHz !== null) query.set('notch', String(filter.notchHz))
  return `/api/v1/cases/${caseId}/export?${query}`
}
