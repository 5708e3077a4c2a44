/** Fascicular and unspecific conduction delay (clinical.md B3, CON-03): chest leads as in `normal` where not said. */
import { type Morphology, stretchWave, wave } from '../morphology'
import { NORMAL, TABLE } from './table'

const LAFB_QRS = [
  wave(-26, 8, [-0.1, 0.16, 0.22, 0.3, 0.2, 0.1, 0.02, 0]),
  wave(4, 12, [0.6, -0.55, -0.9, -1.3, 0.1, 1.1, 1.1, 0.9]),
  wave(28, 9, [-0.02, -0.12, -0.1, -0.35, -0.75, -0.6, -0.45, -0.3]),
]

export const CONDUCTION = {
  'left-anterior-fascicular-block': { ...NORMAL, heartRateBpm: 70, qrs: LAFB_QRS },
  'left-posterior-fascicular-block': {
    ...NORMAL,
    heartRateBpm: 72,
    qrs: [
      wave(-26, 8, [0.16, -0.1, 0.2, 0.28, 0.2, 0.05, -0.05, -0.08]),
      wave(2, 12, [-0.55, 0.65, -0.95, -1.3, 0.1, 1.1, 1.1, 0.9]),
      wave(26, 9, [-0.05, 0.02, -0.1, -0.35, -0.75, -0.5, -0.35, -0.2]),
    ],
  },
  'intraventricular-delay': {
    ...NORMAL,
    heartRateBpm: 72,
    qrs: NORMAL.qrs.map((component) => stretchWave(component, 1.38)),
    t: [wave(285, [52, 36], [0.2, 0.28, -0.03, 0.42, 0.45, 0.42, 0.33, 0.24])],
  },
  'incomplete-rbbb': {
    ...NORMAL,
    heartRateBpm: 68,
    qrs: [...NORMAL.qrs, wave(52, 8.5, [-0.16, -0.1, 0.45, 0.2, 0, -0.1, -0.16, -0.16])],
  },
  /** Bifascicular: the right bundle and the left anterior fascicle. */
  'rbbb-lafb': {
    ...TABLE.rbbb,
    qrs: [...LAFB_QRS, wave(60, 17, [-0.28, -0.15, 0.85, 0.45, 0.05, -0.18, -0.3, -0.32])],
  },
} satisfies Record<string, Morphology>
