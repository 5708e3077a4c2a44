/** Healthy children (clinical.md A5 and F3): fast, narrow, the right ventricle still in front. */
import { type Morphology, stretchWave, wave } from '../morphology'
import { NORMAL } from './table'

export const CHILDREN = {
  'child-2-years': {
    ...NORMAL,
    heartRateBpm: 130,
    p: [wave(-110, 17, [0.06, 0.12, 0.06, 0.06, 0.06, 0.05, 0.05, 0.05])],
    qrs: [
      wave(-26, 8, [-0.08, -0.15, 0.2, 0.25, 0.1, -0.15, -0.25, -0.2]),
      wave(0, 10.5, [0.3, 0.95, 0.95, 0.9, 0.9, 1.3, 1.4, 1.2]),
      wave(24, 9, [-0.12, -0.1, -0.75, -1.3, -1, -0.7, -0.35, -0.22]),
    ].map((component) => stretchWave(component, 0.7)),
    t: [wave(225, [38, 28], [0.2, 0.28, -0.3, -0.28, -0.18, 0.2, 0.35, 0.3])],
    jMv: [0, 0, 0, 0, 0, 0, 0, 0],
    j80Mv: [0, 0, 0, 0, 0, 0.01, 0.01, 0],
  },
  'infant-1-month': {
    ...NORMAL,
    heartRateBpm: 148,
    p: [wave(-95, 14, [0.05, 0.11, 0.06, 0.06, 0.05, 0.05, 0.05, 0.04])],
    qrs: [
      wave(-26, 8, [0.08, -0.18, 0.15, 0.2, 0.1, -0.1, -0.15, -0.12]),
      wave(0, 10.5, [-0.1, 0.7, 1.25, 1.3, 1.2, 1.2, 1.05, 0.85]),
      wave(24, 9, [-0.25, -0.08, -0.6, -1.2, -1.2, -0.9, -0.6, -0.45]),
    ].map((component) => stretchWave(component, 0.62)),
    t: [wave(205, [34, 26], [0.15, 0.22, -0.2, -0.15, 0.05, 0.2, 0.25, 0.2])],
    jMv: [0, 0, 0, 0, 0, 0, 0, 0],
    j80Mv: [0, 0, 0, 0, 0, 0, 0, 0],
  },
} satisfies Record<string, Morphology>
