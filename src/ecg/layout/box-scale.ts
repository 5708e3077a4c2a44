/** Between the paper and the recording: millimetres of a sheet to milliseconds and microvolts of a lead, and back. */
import type { PaperScale, TraceBox } from './layout-trace'

/** All that places need of a box. */
export type ScaledBox = Pick<TraceBox, 'xMm' | 'yMm' | 'startMs' | 'baselineUv' | 'isInverted'>

export function xMmAt(box: ScaledBox, { mmPerSecond }: PaperScale, instantMs: number): number {
  return box.xMm + ((instantMs - box.startMs) / 1000) * mmPerSecond
}

export function yMmAt(box: ScaledBox, scale: PaperScale, uv: number): number {
  return box.yMm - ((uv - box.baselineUv) / 1000) * mmPerMvOf(box, scale)
}

export function msAt(box: ScaledBox, { mmPerSecond }: PaperScale, xMm: number): number {
  return box.startMs + ((xMm - box.xMm) / mmPerSecond) * 1000
}

export function uvAt(box: ScaledBox, scale: PaperScale, yMm: number): number {
  return box.baselineUv + ((box.yMm - yMm) / mmPerMvOf(box, scale)) * 1000
}

function mmPerMvOf({ isInverted }: ScaledBox, { mmPerMv }: PaperScale): number {
  return isInverted ? -mmPerMv : mmPerMv
}
