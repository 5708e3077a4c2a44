/** Between the paper and the recording: milliseconds and microvolts of a lead to millimetres of a sheet. */
import type { PaperScale, TraceBox } from './layout-trace'

/** All that places need of a box. */
export type ScaledBox = Pick<TraceBox, 'xMm' | 'yMm' | 'startMs' | 'baselineUv' | 'isInverted'>

export function xMmAt(box: ScaledBox, { mmPerSecond }: PaperScale, instantMs: number): number {
  return box.xMm + ((instantMs - box.startMs) / 1000) * mmPerSecond
}

export function yMmAt(box: ScaledBox, scale: PaperScale, uv: number): number {
  return box.yMm - ((uv - box.baselineUv) / 1000) * mmPerMvOf(box, scale)
}

function mmPerMvOf({ isInverted }: ScaledBox, { mmPerMv }: PaperScale): number {
  return isInverted ? -mmPerMv : mmPerMv
}
