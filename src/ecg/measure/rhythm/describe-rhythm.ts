import type { RhythmFeatures } from '../types'
import { findAlternans } from './alternans'
import { describeAtria } from './atrial'
import { beatWidthsMs } from './beat-widths'
import { findBundles } from './bundles'
import { findChaos } from './chaos'
import { fibrillatoryUv } from './fibrillatory'
import { findFlutter } from './flutter'
import type { RhythmInput } from './rhythm-input'
import { describeRr } from './rr'
import { findStandstill } from './standstill'
import { steadyWavesUv } from './steady-waves'

/** What the rhythm rules judge: of ventricles, atria, and of a heart that does neither. */
export function describeRhythm(input: RhythmInput): RhythmFeatures {
  return {
    ...describeRr(input),
    ...describeAtria(input),
    qrsSeriesMs: beatWidthsMs(input),
    flutter: findFlutter(input),
    fibrillatoryUv: fibrillatoryUv(input),
    steadyWavesUv: steadyWavesUv(input),
    chaos: findChaos(input),
    standstill: findStandstill(input),
    bundles: findBundles(input),
    alternans: findAlternans(input),
  }
}
