/** Large chambers and small voltages (clinical.md A4 and HYP-02). */
import { type Morphology, scaleWave, wave } from '../morphology'
import { NORMAL } from './table'

const LOW_VOLTAGE_GAIN = 0.33

export const CHAMBERS = {
  /** HYP-02-AXIS: an axis of −38°, too little for a fascicular block. */
  'left-axis': {
    ...NORMAL,
    qrs: [
      wave(-26, 8, [-0.06, 0.05, 0.22, 0.3, 0.15, -0.02, -0.1, -0.1]),
      wave(0, 10.5, [0.85, -0.12, -0.95, -1.35, 0.15, 1.45, 1.45, 1.1]),
      wave(24, 9, [-0.05, -0.12, -0.1, -0.35, -0.75, -0.45, -0.22, -0.06]),
    ],
  },
  'right-ventricular-hypertrophy': {
    ...NORMAL,
    heartRateBpm: 80,
    qrs: [
      wave(-26, 8, [0.05, -0.08, 0.2, 0.25, 0.15, 0.02, -0.05, -0.05]),
      wave(0, 11, [-0.35, 0.45, 1.2, 0.7, 0.6, 0.8, 0.6, 0.4]),
      wave(26, 9, [-0.35, -0.05, -0.25, -0.6, -0.8, -0.9, -0.85, -0.7]),
    ],
    t: [wave(265, [52, 36], [0.15, 0.12, -0.28, -0.24, -0.15, 0.15, 0.2, 0.18])],
    jMv: [0, 0, -0.04, -0.03, 0, 0, 0, 0],
    j80Mv: [0, 0, -0.05, -0.04, 0, 0, 0, 0],
  },
  'left-atrial-enlargement': {
    ...NORMAL,
    heartRateBpm: 70,
    p: [
      wave(-192, 19, [0.05, 0.1, 0.06, 0.06, 0.05, 0.05, 0.05, 0.05]),
      wave(-136, 19, [0.08, 0.1, -0.14, -0.06, 0.02, 0.04, 0.05, 0.05]),
    ],
  },
  'right-atrial-enlargement': {
    ...NORMAL,
    heartRateBpm: 86,
    p: [wave(-150, 21, [0.06, 0.36, 0.14, 0.14, 0.12, 0.1, 0.08, 0.06])],
  },
  'low-voltage': {
    ...NORMAL,
    heartRateBpm: 84,
    p: NORMAL.p.map((component) => scaleWave(component, 0.6)),
    qrs: NORMAL.qrs.map((component) => scaleWave(component, LOW_VOLTAGE_GAIN)),
    t: NORMAL.t.map((component) => scaleWave(component, 0.5)),
    jMv: [0, 0, 0.01, 0.02, 0.02, 0.01, 0, 0],
    j80Mv: [0, 0, 0.01, 0.03, 0.03, 0.01, 0, 0],
  },
  'poor-r-progression': {
    ...NORMAL,
    heartRateBpm: 74,
    qrs: [
      wave(-26, 8, [-0.06, -0.05, 0.1, 0.12, 0.16, 0.12, -0.08, -0.1]),
      wave(0, 10.5, [0.7, 1.05, -0.9, -1.2, -0.9, 0.45, 1.1, 1]),
      wave(24, 9, [-0.1, -0.12, -0.1, -0.35, -0.4, -0.4, -0.22, -0.06]),
    ],
  },
} satisfies Record<string, Morphology>
