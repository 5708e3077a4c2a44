/** Electrolytes, digitalis and cold (clinical.md B4), and the short QT of RHY-16. */
import { type Morphology, wave } from '../morphology'
import { NORMAL } from './table'

export const METABOLIC = {
  hypokalaemia: {
    ...NORMAL,
    heartRateBpm: 72,
    t: [wave(250, [50, 36], [0.05, 0.08, 0.02, 0.08, 0.09, 0.08, 0.06, 0.05])],
    u: [wave(425, 34, [0.04, 0.09, 0.05, 0.18, 0.2, 0.17, 0.1, 0.06])],
    jMv: [-0.05, -0.07, 0, -0.02, -0.03, -0.06, -0.09, -0.08],
    j80Mv: [-0.06, -0.08, 0, -0.03, -0.04, -0.07, -0.1, -0.09],
  },
  hypocalcaemia: {
    ...NORMAL,
    heartRateBpm: 72,
    t: [wave(345, [36, 28], [0.18, 0.24, -0.03, 0.36, 0.4, 0.36, 0.28, 0.2])],
    jMv: [0, 0, 0.01, 0.02, 0.02, 0.01, 0, 0],
    j80Mv: [0, 0, 0.01, 0.02, 0.02, 0.01, 0, 0],
  },
  hypercalcaemia: {
    ...NORMAL,
    heartRateBpm: 74,
    t: [wave(178, [44, 34], [0.2, 0.28, -0.03, 0.4, 0.45, 0.4, 0.32, 0.24])],
  },
  'short-qt': {
    ...NORMAL,
    heartRateBpm: 66,
    t: [wave(166, [34, 25], [0.3, 0.4, 0.1, 0.7, 0.8, 0.7, 0.5, 0.35])],
  },
  /** Sagging ST after a level that is hardly lowered at J. */
  digitalis: {
    ...NORMAL,
    heartRateBpm: 64,
    t: [wave(225, [40, 36], [0.12, 0.16, -0.02, 0.25, 0.25, 0.2, 0.16, 0.12])],
    jMv: [-0.03, -0.04, 0.02, 0.02, -0.02, -0.05, -0.05, -0.04],
    j80Mv: [-0.11, -0.14, 0.04, 0.02, -0.06, -0.15, -0.16, -0.14],
  },
  /** J wave of hypothermia: a hump that rides on the end of QRS and counts to it. */
  osborn: {
    ...NORMAL,
    heartRateBpm: 44,
    qrs: [...NORMAL.qrs, wave(52, 10, [0.12, 0.28, 0.02, 0.1, 0.25, 0.4, 0.38, 0.28])],
    t: [wave(310, [56, 40], [0.15, 0.2, -0.03, 0.3, 0.32, 0.3, 0.24, 0.18])],
  },
} satisfies Record<string, Morphology>
