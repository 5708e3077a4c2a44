/**
 * The notch or slur at the end of the downslope of R: early repolarisation, Osborn wave.
 *
 * Macfarlane, JACC 2015;66:470: the top of a notch, or the beginning of a slur, in the last half
 * of the downslope of a prominent R, which a small S wave may cut. How flat and how long a slur must be
 * is ours. Microvolts against the level before QRS, milliseconds.
 */
import { slopeUvPerMs } from './qrs-shape'
import type { QrsWave } from './qrs-waves'
import { indexFrom, indexTo, levelUv, msAt, sampleUv, type Trace } from './trace'

const LEAST_R_UV = 200
/** After a deeper S, a second rise is R′. */
const GREATEST_S_SHARE = 0.25
/** The wave may end after the QRS offset that the other leads show. */
const SEARCH_AFTER_QRS_MS = 40
const LEAST_RISE_UV = 25
const SLUR_SLOPE_SHARE = 0.25
const SLUR_MS = 16
/** Above the ST segment that follows, else it is the ST segment. */
const LEAST_ABOVE_ST_UV = 50
const ST_AFTER_J_MS = 60

/** Height of its top; 0 where the lead has none. */
export function jPeakUv(trace: Trace, waves: readonly QrsWave[], offsetMs: number): number | null {
  const r = waves.reduce<QrsWave | null>((best, wave) => (isTaller(wave, best) ? wave : best), null)
  const deepestSUv = Math.max(0, ...waves.filter((wave) => r && isAfter(wave, r)).map(({ heightUv }) => heightUv))
  const untilMs = offsetMs + SEARCH_AFTER_QRS_MS
  const stUv = levelUv(trace, offsetMs + ST_AFTER_J_MS - 4, offsetMs + ST_AFTER_J_MS + 4)
  if (Number.isNaN(stUv)) return null
  if (!r || deepestSUv > GREATEST_S_SHARE * r.heightUv) return 0
  const topUv = notchTopUv(trace, r, untilMs) ?? slurTopUv(trace, r, untilMs)
  return topUv !== null && topUv > 0 && topUv - stUv >= LEAST_ABOVE_ST_UV ? topUv : 0
}

const isTaller = (wave: QrsWave, best: QrsWave | null): boolean =>
  wave.isPositive && wave.heightUv >= Math.max(LEAST_R_UV, best?.heightUv ?? 0)

const isAfter = (wave: QrsWave, r: QrsWave): boolean => !wave.isPositive && wave.fromMs >= r.peakMs

/** First rise again on the lower half of the way down. */
function notchTopUv(trace: Trace, r: QrsWave, untilMs: number): number | null {
  let bottomUv = r.heightUv
  let topUv: number | null = null
  for (let index = indexFrom(trace, r.peakMs); index <= indexTo(trace, untilMs); index++) {
    const uv = sampleUv(trace, index)
    if (topUv === null) bottomUv = Math.min(bottomUv, uv)
    if (bottomUv > r.heightUv / 2 || uv - bottomUv < LEAST_RISE_UV) continue
    if (topUv !== null && uv < topUv) break
    topUv = uv
  }
  return topUv
}

/** Where the fast way down becomes a slow one that lasts. */
function slurTopUv(trace: Trace, r: QrsWave, untilMs: number): number | null {
  let steepest = 0
  let sinceMs: number | null = null
  let topUv = 0
  for (let index = indexFrom(trace, r.peakMs); index <= indexTo(trace, untilMs); index++) {
    const instantMs = msAt(trace, index)
    const uv = sampleUv(trace, index)
    const fall = -slopeUvPerMs(trace, instantMs)
    steepest = Math.max(steepest, fall)
    const isSlow = uv <= r.heightUv / 2 && fall <= SLUR_SLOPE_SHARE * steepest
    if (!isSlow || uv < topUv / 2) {
      sinceMs = null
      topUv = 0
      continue
    }
    if (sinceMs === null) topUv = uv
    sinceMs ??= instantMs
    if (instantMs - sinceMs >= SLUR_MS) return topUv
  }
  return null
}
