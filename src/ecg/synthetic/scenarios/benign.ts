/** What healthy people have and what must raise no alarm (clinical.md F5, "benign variants"). */
import { type Morphology, wave } from '../morphology'
import { NORMAL } from './table'

export const BENIGN = {
  /** ISC-16: notch at the end of QRS in the inferior and lateral leads, hollow ST under every threshold. */
  'early-repolarisation': {
    ...NORMAL,
    heartRateBpm: 62,
    qrs: [...NORMAL.qrs, wave(44, 7, [0.12, 0.24, 0, 0.05, 0.12, 0.3, 0.28, 0.2])],
    t: [wave(265, [54, 38], [0.28, 0.38, 0.05, 0.65, 0.75, 0.7, 0.5, 0.35])],
    jMv: [0, 0.005, 0.02, 0.11, 0.12, 0.005, 0, 0],
    j80Mv: [0.03, 0.06, 0.04, 0.19, 0.21, 0.1, 0.06, 0.04],
  },
  /** T waves of childhood that have stayed: negative in V1–V3. */
  'juvenile-t': {
    ...NORMAL,
    heartRateBpm: 78,
    t: [wave(265, [50, 36], [0.2, 0.26, -0.16, -0.13, -0.08, 0.2, 0.28, 0.22])],
    jMv: [0, 0, 0.01, 0.02, 0.02, 0.01, 0, 0],
    j80Mv: [0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.01, 0.01],
  },
  /** Slow, long PR, tall R and T, a late r′ in V1. */
  athlete: {
    ...NORMAL,
    heartRateBpm: 47,
    p: [wave(-212, 27, [0.07, 0.12, 0.05, 0.06, 0.06, 0.06, 0.06, 0.05])],
    qrs: [
      wave(-26, 8, [-0.08, -0.08, 0.25, 0.35, 0.2, -0.02, -0.15, -0.15]),
      wave(0, 11, [0.8, 1.3, -1.1, -1.6, 0.2, 1.9, 2.1, 1.6]),
      wave(24, 9, [-0.12, -0.14, -0.1, -0.4, -0.85, -0.5, -0.25, -0.08]),
      wave(40, 7, [-0.05, -0.03, 0.16, 0.08, 0, -0.02, -0.04, -0.04]),
    ],
    t: [wave(270, [54, 38], [0.28, 0.4, 0.02, 0.6, 0.65, 0.6, 0.45, 0.32])],
    jMv: [0.01, 0.02, 0.02, 0.08, 0.09, 0.04, 0.02, 0.01],
    j80Mv: [0.02, 0.04, 0.04, 0.14, 0.15, 0.07, 0.04, 0.02],
  },
  'normal-woman': {
    ...NORMAL,
    heartRateBpm: 78,
    qrs: [
      wave(-26, 8, [-0.05, -0.05, 0.18, 0.24, 0.15, -0.02, -0.08, -0.08]),
      wave(0, 10, [0.55, 0.85, -0.7, -1, 0.15, 1.05, 1.05, 0.85]),
      wave(22, 8.5, [-0.08, -0.1, -0.1, -0.3, -0.6, -0.35, -0.18, -0.05]),
    ],
    t: [wave(270, [52, 36], [0.18, 0.24, -0.04, 0.22, 0.28, 0.3, 0.26, 0.2])],
    jMv: [0, 0, 0.01, 0.03, 0.03, 0.01, 0, 0],
    j80Mv: [0.01, 0.01, 0.01, 0.04, 0.04, 0.02, 0.01, 0.01],
  },
} satisfies Record<string, Morphology>
