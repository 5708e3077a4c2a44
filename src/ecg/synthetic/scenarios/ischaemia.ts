/**
 * Ischaemia and infarction beyond the table of clinical.md F2: one row for each rule of B2 that it leaves out.
 * Numbers are chosen to lie inside the rule that is named; they are no average of patients.
 */
import { at, type Eight, eight, type Morphology, wave } from '../morphology'
import { NORMAL, TABLE } from './table'

const V4 = 5

/** V4 of LBBB turns its direction: a low R instead of a low S. */
const withV4 = (amplitudesMv: Eight, gain: number): Eight =>
  eight((lead) => (lead === V4 ? Math.abs(at(amplitudesMv, lead)) * gain * 2 : at(amplitudesMv, lead)))

export const ISCHAEMIA = {
  /** ISC-20: aVL and V2 up, III and aVF down, no two neighbours at their threshold. */
  'first-diagonal': {
    ...NORMAL,
    heartRateBpm: 78,
    t: [wave(265, [52, 36], [0.28, 0.12, -0.03, 0.5, 0.45, 0.36, 0.3, 0.24])],
    jMv: [0.07, -0.11, 0.02, 0.15, 0.1, 0.03, 0.02, 0.02],
    j80Mv: [0.09, -0.12, 0.03, 0.19, 0.13, 0.04, 0.02, 0.02],
  },
  /** ISC-18: III alone up, V4–V6 down with an upright T. */
  aslanger: {
    ...NORMAL,
    heartRateBpm: 82,
    t: [wave(265, [52, 36], [0.12, 0.2, 0.02, 0.3, 0.35, 0.35, 0.3, 0.24])],
    jMv: [-0.1, 0.035, 0.05, 0.01, -0.04, -0.09, -0.11, -0.1],
    j80Mv: [-0.1, 0.04, 0.05, 0.01, -0.04, -0.09, -0.11, -0.1],
  },
  /** ISC-11: T taller than R and broad, J hardly raised. */
  'hyperacute-t': {
    ...NORMAL,
    heartRateBpm: 84,
    qrs: [
      wave(-26, 8, [-0.06, -0.05, 0.18, 0.22, 0.12, -0.02, -0.1, -0.1]),
      wave(0, 10.5, [0.6, 0.9, -0.9, -1.2, 0.1, 0.75, 1.2, 1]),
      wave(24, 9, [-0.1, -0.12, -0.1, -0.35, -0.7, -0.45, -0.22, -0.06]),
    ],
    t: [wave(255, [68, 52], [0.25, 0.25, 0.2, 0.95, 1.25, 1.2, 0.75, 0.4])],
    jMv: [0, -0.02, 0.03, 0.08, 0.08, 0.04, 0.02, 0],
    j80Mv: [0.01, -0.01, 0.05, 0.14, 0.15, 0.08, 0.04, 0.01],
  },
  /** ISC-17: QS with raised ST and a low T, long after the infarct. */
  'lv-aneurysm': {
    ...NORMAL,
    heartRateBpm: 76,
    qrs: [
      wave(-26, 8, [-0.06, -0.05, -0.15, -0.25, -0.3, -0.15, -0.1, -0.1]),
      wave(0, 11, [0.6, 0.9, -1.1, -1.7, -1.6, -0.7, 0.8, 0.9]),
      wave(24, 9, [-0.1, -0.12, -0.1, -0.3, -0.3, -0.2, -0.15, -0.06]),
    ],
    t: [wave(265, [50, 36], [0.12, 0.15, 0.08, 0.14, 0.14, 0.08, 0.1, 0.1])],
    jMv: [0, 0, 0.16, 0.29, 0.29, 0.15, 0.02, 0],
    j80Mv: [0, 0, 0.16, 0.28, 0.28, 0.15, 0.02, 0],
  },
  /** ISC-19, inferior: broad Q in II, III and aVF. */
  'old-inferior-infarct': {
    ...NORMAL,
    heartRateBpm: 68,
    qrs: [
      wave(-28, 13, [0.02, -0.45, 0.22, 0.3, 0.15, -0.02, -0.1, -0.1]),
      wave(6, 10.5, [0.7, 0.75, -0.95, -1.35, 0.15, 1.45, 1.45, 1.1]),
      wave(30, 9, [-0.1, -0.05, -0.1, -0.35, -0.75, -0.45, -0.22, -0.06]),
    ],
    t: [wave(265, [52, 36], [0.22, 0.08, 0.02, 0.42, 0.45, 0.42, 0.3, 0.2])],
  },
  /** ISC-19, anterior: QS in V1–V3. */
  'old-anterior-infarct': {
    ...NORMAL,
    heartRateBpm: 72,
    qrs: [
      wave(-26, 8, [-0.06, -0.05, -0.1, -0.18, -0.2, -0.12, -0.1, -0.1]),
      wave(0, 11, [0.6, 0.9, -0.9, -1.3, -1.1, 0.4, 0.9, 0.9]),
      wave(24, 9, [-0.1, -0.12, -0.05, -0.2, -0.3, -0.2, -0.15, -0.06]),
    ],
    t: [wave(265, [52, 36], [0.15, 0.2, 0.05, 0.18, 0.2, 0.18, 0.18, 0.15])],
    jMv: [0, 0, 0.02, 0.04, 0.03, 0.01, 0, 0],
    j80Mv: [0, 0, 0.03, 0.05, 0.04, 0.01, 0, 0],
  },
  /** ISC-14: level ST depression in the lateral leads, too few of them for ISC-13. */
  'lateral-st-depression': {
    ...NORMAL,
    heartRateBpm: 88,
    t: [wave(265, [50, 36], [0.12, 0.15, 0.02, 0.35, 0.35, 0.28, 0.2, 0.16])],
    jMv: [-0.07, -0.07, 0.02, 0.02, -0.03, -0.12, -0.15, -0.13],
    j80Mv: [-0.07, -0.07, 0.02, 0.02, -0.03, -0.12, -0.15, -0.13],
  },
  /** ISC-02: II, III and aVF just under their threshold. */
  'borderline-stemi': {
    ...NORMAL,
    heartRateBpm: 74,
    jMv: [0, 0.091, 0.02, 0.02, 0.02, 0, 0, 0],
    j80Mv: [0, 0.1, 0.02, 0.03, 0.03, 0.01, 0, 0],
  },
  /** ISC-07: discordant elevation of more than a quarter of S, and nothing concordant. */
  'lbbb-smith': {
    ...TABLE.lbbb,
    heartRateBpm: 86,
    jMv: [-0.08, -0.05, 0.3, 0.75, 0.7, 0.12, -0.1, -0.12],
    j80Mv: [-0.1, -0.06, 0.34, 0.85, 0.8, 0.14, -0.12, -0.15],
  },
  /** ISC-08 alone: discordant ST in a lead of low voltage (V4), below the limits of Sgarbossa and Smith elsewhere. */
  'lbbb-barcelona': {
    ...TABLE.lbbb,
    heartRateBpm: 78,
    qrs: TABLE.lbbb.qrs.map((component) => ({ ...component, amplitudesMv: withV4(component.amplitudesMv, 0.55) })),
    jMv: [-0.08, -0.05, 0.15, 0.24, 0.2, -0.14, -0.06, -0.08],
    j80Mv: [-0.1, -0.06, 0.18, 0.3, 0.26, -0.15, -0.07, -0.1],
  },
  /** ISC-09: the block alone, in a patient with pain. */
  'lbbb-with-pain': TABLE.lbbb,
  /** ISC-21: T deeply inverted in front, with QRS instead of against it. */
  'lbbb-concordant-t': {
    ...TABLE.lbbb,
    t: [wave(290, [55, 42], [-0.2, -0.12, -0.3, -0.6, -0.55, -0.3, -0.22, -0.28])],
    jMv: [-0.08, -0.05, 0.08, 0.12, 0.1, 0.02, -0.06, -0.08],
    j80Mv: [-0.1, -0.06, 0.06, 0.08, 0.06, 0, -0.08, -0.1],
  },
  'rbbb-stemi': {
    ...TABLE.rbbb,
    heartRateBpm: 90,
    jMv: [0.03, -0.05, 0.2, 0.4, 0.42, 0.3, 0.12, 0.05],
    j80Mv: [0.04, -0.05, 0.24, 0.46, 0.48, 0.36, 0.14, 0.06],
  },
  /** H16: a broad QRS of no bundle branch with raised ST ("shark fin"). */
  'ivcd-stemi': {
    ...TABLE['anterior-stemi'],
    heartRateBpm: 92,
    qrs: [
      wave(-39, 12, [-0.06, -0.05, 0.1, 0.08, 0.04, -0.1, -0.12, -0.1]),
      wave(0, 16.3, [0.6, 0.9, -0.9, -1, -0.4, 0.6, 1, 0.95]),
      wave(36, 13.6, [-0.08, -0.1, -0.1, -0.3, -0.4, -0.2, -0.1, -0.05]),
    ],
  },
} satisfies Record<string, Morphology>
