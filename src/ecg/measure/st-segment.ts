/**
 * The ST level at the J point and 20 to 80 ms after it.
 *
 * Against the level at QRS onset (Fourth Universal Definition of MI 2018). Each level is the mean of ±2 ms.
 */
import { finiteOrNull } from './numeric'
import { levelUv, type Trace } from './trace'
import type { LeadMeasurements } from './types'

type St = Pick<LeadMeasurements, 'jUv' | 'j20Uv' | 'j40Uv' | 'j60Uv' | 'j80Uv' | 'stSlopeUvPerMs'>

const HALF_WIDTH_MS = 2

export function measureSt(trace: Trace, jMs: number): St {
  const levelAt = (afterMs: number) =>
    finiteOrNull(levelUv(trace, jMs + afterMs - HALF_WIDTH_MS, jMs + afterMs + HALF_WIDTH_MS))
  const jUv = levelAt(0)
  const j80Uv = levelAt(80)
  return {
    jUv,
    j20Uv: levelAt(20),
    j40Uv: levelAt(40),
    j60Uv: levelAt(60),
    j80Uv,
    stSlopeUvPerMs: jUv === null || j80Uv === null ? null : (j80Uv - jUv) / 80,
  }
}
