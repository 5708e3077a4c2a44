/**
 * What the rules must say about each made ECG (clinical.md B and F2), as identifiers of findings.
 *
 * `expected` must be met. `allowed` may be met as well without being a false alarm: a second rule that looks at
 * the same wave, or one whose limit the natural variation crosses. Anything else that is met is a false alarm.
 * An allowed identifier stands for its parts as well: `HYP-02` for `HYP-02-LAE`.
 */
import { NOTHING_KNOWN, type RuleContext } from '../rules/rule'
import type { RhythmName } from './rhythms'
import type { Scenario } from './scenarios'

export type Expectation = {
  readonly expected: readonly string[]
  readonly allowed: readonly string[]
  readonly context: RuleContext
  /** The pattern lies between two thresholds: only a slight variation keeps it there. */
  readonly isNarrow: boolean
}

type Row = {
  readonly expected?: readonly string[]
  readonly allowed?: readonly string[]
  readonly context?: Partial<RuleContext>
  readonly isNarrow?: boolean
}

/** The patient of the table. */
const MAN_OF_55: RuleContext = { ...NOTHING_KNOWN, ageYears: 55, ageDays: 20_088, sex: 'male' }

export function expectationOf(scenario: Scenario, rhythm: RhythmName = 'sinus'): Expectation {
  const ofScenario: Row = SCENARIO_ROWS[scenario]
  const ofRhythm: Row = RHYTHM_ROWS[rhythm]
  const isOwnBeat = !RHYTHMS_WITH_OTHER_BEATS.has(rhythm)
  return {
    expected: [...(isOwnBeat ? (ofScenario.expected ?? []) : []), ...(ofRhythm.expected ?? [])],
    allowed: [...(ofScenario.allowed ?? []), ...(ofRhythm.allowed ?? [])],
    context: { ...MAN_OF_55, ...ofScenario.context, ...ofRhythm.context },
    isNarrow: ofScenario.isNarrow ?? false,
  }
}

/** Their beats are their own, whatever the scenario looks like. */
const RHYTHMS_WITH_OTHER_BEATS = new Set<RhythmName>([
  'atrial-fibrillation-pre-excited',
  'av-block-3-wide',
  'alternating-bundles',
  'vt',
  'polymorphic-vt',
  'vf',
  'asystole',
  'p-wave-asystole',
  'paced',
  'paced-mi',
  'paced-av',
  'paced-without-capture',
  'paced-without-output',
])

/** ST and T of a beat from the ventricles mean nothing; they are shown behind the tachycardia, with low confidence. */
const BESIDE_WIDE_TACHYCARDIA = [
  ...['RHY-04', 'RHY-08', 'RHY-09', 'RHY-16', 'CON-01', 'CON-02', 'HYP-02', 'MET-02'],
  ...['ISC-01', 'ISC-02', 'ISC-04', 'ISC-05', 'ISC-13', 'ISC-14'],
]

const LARGE_INFARCT = ['ISC-02', 'ISC-05', 'ISC-11', 'ISC-14', 'ISC-16', 'ISC-17', 'ISC-19', 'HYP-02']

const SCENARIO_ROWS: Readonly<Record<Scenario, Row>> = {
  normal: {},
  'anterior-stemi': { expected: ['ISC-01'], allowed: LARGE_INFARCT },
  'inferior-stemi': {
    expected: ['ISC-01', 'ISC-03', 'ISC-05'],
    allowed: ['ISC-02', 'ISC-04', 'ISC-14', 'ISC-16', 'ISC-18'],
  },
  'inferior-rv-stemi': {
    expected: ['ISC-01', 'ISC-03', 'ISC-05'],
    allowed: ['ISC-02', 'ISC-04', 'ISC-14', 'ISC-16', 'ISC-18', 'RHY-11'],
  },
  'lateral-stemi': {
    expected: ['ISC-01'],
    allowed: ['ISC-02', 'ISC-04', 'ISC-05', 'ISC-14', 'ISC-16', 'ISC-20'],
  },
  'posterior-mi': { expected: ['ISC-04'], allowed: ['ISC-14', 'ISC-19', 'HYP-02'] },
  'diffuse-st-depression': { expected: ['ISC-13'], allowed: ['ISC-02', 'ISC-04', 'ISC-14'] },
  'de-winter': { expected: ['ISC-10'], allowed: ['ISC-04', 'ISC-11', 'ISC-13', 'ISC-14', 'MET-01', 'MET-02'] },
  'wellens-a': { expected: ['ISC-12'], allowed: ['ISC-14'] },
  'wellens-b': { expected: ['ISC-12'], allowed: ['ISC-14'] },
  lbbb: { expected: ['CON-01'], allowed: ['ISC-08', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'] },
  'lbbb-mi': {
    expected: ['CON-01', 'ISC-06', 'ISC-07'],
    allowed: ['ISC-08', 'ISC-09', 'ISC-14', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'],
  },
  rbbb: { expected: ['CON-02'], allowed: ['ISC-14', 'ISC-19', 'HYP-02'] },
  vt: {
    expected: ['RHY-03'],
    allowed: BESIDE_WIDE_TACHYCARDIA,
  },
  'hyperkalaemia-moderate': { expected: ['MET-01'], allowed: ['MET-02', 'ISC-11', 'HYP-02'] },
  'hyperkalaemia-severe': {
    expected: ['MET-02'],
    allowed: [
      'MET-01',
      'CON-01',
      'CON-03',
      'ISC-01',
      'ISC-02',
      'ISC-06',
      'ISC-07',
      'ISC-08',
      'ISC-11',
      'ISC-15',
      'ISC-16',
      'RHY-11',
      'RHY-16',
      'HYP-02',
    ],
  },
  'long-qt': { expected: ['RHY-16'], allowed: ['RHY-11', 'MET-04'] },
  'brugada-1': { expected: ['RHY-18', 'ISC-01'], allowed: ['ISC-02', 'ISC-16', 'CON-03', 'HYP-02'] },
  lvh: { expected: ['HYP-01'], allowed: ['ISC-19', 'ISC-14', 'ISC-02', 'ISC-16', 'HYP-02'] },
  wpw: { expected: ['RHY-19'], allowed: ['CON-01', 'CON-03', 'HYP-01', 'HYP-02', 'ISC-08', 'ISC-14', 'ISC-19'] },
  'pulmonary-embolism': { expected: ['OTH-02'], allowed: ['ISC-12', 'ISC-14', 'CON-03', 'HYP-02', 'RHY-09'] },
  pericarditis: { expected: ['ISC-01', 'ISC-15'], allowed: ['ISC-02', 'ISC-16'] },

  'first-diagonal': { expected: ['ISC-20'], allowed: ['ISC-02', 'ISC-14', 'ISC-05'], isNarrow: true },
  aslanger: { expected: ['ISC-18'], allowed: ['ISC-02', 'ISC-04', 'ISC-05', 'ISC-14'], isNarrow: true },
  'hyperacute-t': {
    expected: ['ISC-11'],
    allowed: ['ISC-02', 'ISC-16', 'MET-01', 'RHY-16'],
    context: { hasChestPain: true, hasPainNow: true, hoursSincePainOnset: 1 },
    isNarrow: true,
  },
  'lv-aneurysm': { expected: ['ISC-01', 'ISC-17', 'ISC-19'], allowed: ['ISC-02', 'ISC-16', 'HYP-02'] },
  'old-inferior-infarct': { expected: ['ISC-19'], allowed: ['HYP-02', 'CON-03'] },
  'old-anterior-infarct': { expected: ['ISC-19'], allowed: ['HYP-02', 'ISC-17'] },
  'lateral-st-depression': { expected: ['ISC-14'], allowed: ['ISC-04', 'ISC-02', 'ISC-13'] },
  'borderline-stemi': { expected: ['ISC-02'], allowed: [], isNarrow: true },
  'lbbb-smith': {
    expected: ['CON-01', 'ISC-07'],
    allowed: ['ISC-06', 'ISC-08', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'],
  },
  'lbbb-barcelona': {
    expected: ['CON-01', 'ISC-08'],
    allowed: ['ISC-06', 'ISC-07', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'],
    isNarrow: true,
  },
  'lbbb-with-pain': {
    expected: ['CON-01', 'ISC-09'],
    allowed: ['ISC-08', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'],
    context: { hasChestPain: true, hasPainNow: true, hoursSincePainOnset: 2 },
  },
  'lbbb-concordant-t': {
    expected: ['CON-01', 'ISC-21'],
    allowed: ['ISC-06', 'ISC-07', 'ISC-08', 'ISC-14', 'ISC-19', 'HYP-02', 'RHY-16', 'HYP-01'],
  },
  'rbbb-stemi': { expected: ['CON-02', 'ISC-01'], allowed: [...LARGE_INFARCT, 'RHY-18'] },
  'ivcd-stemi': { expected: ['ISC-01'], allowed: [...LARGE_INFARCT, 'CON-03', 'RHY-03'] },

  'left-anterior-fascicular-block': { expected: ['CON-03-LAFB'], allowed: ['HYP-02', 'ISC-19'], isNarrow: true },
  'left-posterior-fascicular-block': { expected: ['CON-03-LPFB'], allowed: ['HYP-02', 'ISC-19'], isNarrow: true },
  'intraventricular-delay': { expected: ['CON-03-IVCD'], allowed: ['HYP-02'], isNarrow: true },
  'incomplete-rbbb': { expected: ['CON-03-IRBBB'], allowed: ['HYP-02', 'RHY-11'], isNarrow: true },
  'rbbb-lafb': { expected: ['CON-02'], allowed: ['CON-03', 'HYP-02', 'ISC-14', 'ISC-19', 'HYP-01'] },

  'right-ventricular-hypertrophy': {
    expected: ['HYP-02-RVH'],
    allowed: ['ISC-14', 'ISC-19', 'ISC-12', 'CON-03', 'OTH-02', 'HYP-02'],
  },
  'left-axis': { expected: ['HYP-02-AXIS'], allowed: ['ISC-14', 'HYP-01'], isNarrow: true },
  'left-atrial-enlargement': { expected: ['HYP-02-LAE'], allowed: [] },
  'right-atrial-enlargement': { expected: ['HYP-02-RAE'], allowed: [] },
  'low-voltage': { expected: ['HYP-02-LOWV'], allowed: ['ISC-11', 'HYP-02'] },
  'poor-r-progression': { expected: ['HYP-02-RPROG'], allowed: ['ISC-19', 'ISC-11'] },

  hypokalaemia: { expected: ['MET-03'], allowed: ['ISC-14', 'RHY-16', 'MET-04'] },
  hypocalcaemia: { expected: ['MET-04-LOWCA'], allowed: ['RHY-16'] },
  hypercalcaemia: { expected: ['MET-04-HIGHCA', 'RHY-16'], allowed: [] },
  'short-qt': { expected: ['RHY-16'], allowed: ['MET-01', 'MET-04', 'ISC-11', 'HYP-01'] },
  digitalis: { expected: ['MET-04-DIGITALIS'], allowed: ['ISC-14', 'RHY-16'], isNarrow: true },
  osborn: { expected: ['MET-04-OSBORN', 'RHY-11'], allowed: ['ISC-16', 'CON-03'], isNarrow: true },

  'early-repolarisation': {
    expected: ['ISC-16'],
    allowed: [],
    context: { ageYears: 25, ageDays: 9131 },
    isNarrow: true,
  },
  'juvenile-t': { allowed: ['ISC-16'], context: { ageYears: 18, ageDays: 6575, sex: 'female' } },
  athlete: {
    allowed: ['RHY-11', 'RHY-14', 'HYP-01', 'CON-03', 'ISC-16', 'HYP-02'],
    context: { ageYears: 23, ageDays: 8401 },
    isNarrow: true,
  },
  'normal-woman': { context: { ageYears: 42, ageDays: 15_341, sex: 'female' } },
  'child-2-years': { context: { ageYears: 2, ageDays: 800 } },
  'infant-1-month': { context: { ageYears: 0, ageDays: 35 } },
}

const RHYTHM_ROWS: Readonly<Record<RhythmName, Row>> = {
  sinus: {},
  'sinus-regular': {},
  'sinus-bradycardia': { allowed: ['RHY-11'] },
  'sinus-tachycardia': { allowed: ['RHY-09', 'RHY-08'] },
  'sinus-pause': { expected: ['RHY-15'], allowed: ['RHY-11', 'RHY-02'] },
  'atrial-premature': {},
  'atrial-premature-blocked': { allowed: ['RHY-15'] },
  'ventricular-premature': {},
  'low-atrial': { allowed: ['HYP-02'] },
  junctional: { allowed: ['RHY-11'] },
  alternans: { expected: ['HYP-02-LOWV'], allowed: ['RHY-09', 'CON-03', 'HYP-02'] },
  'atrial-fibrillation': { expected: ['RHY-07'], allowed: ['RHY-09'] },
  'atrial-fibrillation-block': { expected: ['RHY-07'], allowed: ['RHY-11', 'RHY-10', 'RHY-15'] },
  'atrial-fibrillation-pre-excited': {
    expected: ['RHY-06'],
    allowed: [
      ...BESIDE_WIDE_TACHYCARDIA,
      'RHY-03',
      'RHY-05',
      'RHY-07',
      'RHY-19',
      'CON-03',
      'HYP-01',
      'OTH-02',
      'ISC-06',
      'ISC-07',
      'ISC-08',
    ],
  },
  'atrial-flutter': { expected: ['RHY-08'], allowed: ['RHY-09', 'ISC-14', 'ISC-02', 'ISC-11'] },
  'atrial-flutter-4-to-1': { expected: ['RHY-08'], allowed: ['ISC-14', 'ISC-02', 'ISC-11', 'RHY-16'] },
  'atrial-flutter-variable': { expected: ['RHY-08'], allowed: ['RHY-07', 'ISC-14', 'ISC-02', 'ISC-11'] },
  svt: { expected: ['RHY-08', 'RHY-09'], allowed: ['ISC-14'] },
  'av-block-1': { expected: ['RHY-14'] },
  'mobitz-1': { expected: ['RHY-14'], allowed: ['RHY-11', 'RHY-15'] },
  'mobitz-2': { expected: ['RHY-13'], allowed: ['RHY-11', 'RHY-14', 'RHY-15'] },
  'av-block-2-to-1': { expected: ['RHY-14'], allowed: ['RHY-11', 'RHY-13', 'RHY-15'] },
  'av-block-advanced': { expected: ['RHY-12'], allowed: ['RHY-11', 'RHY-14', 'RHY-15'] },
  'av-block-3': { expected: ['RHY-10'], allowed: ['RHY-11', 'RHY-12', 'RHY-15', 'RHY-16'] },
  'av-block-3-wide': {
    expected: ['RHY-10'],
    allowed: ['RHY-11', 'RHY-12', 'RHY-15', 'RHY-16', 'CON-01', 'ISC-08', 'HYP-01', 'HYP-02'],
  },
  'alternating-bundles': {
    expected: ['RHY-14'],
    allowed: ['CON-01', 'CON-02', 'CON-03', 'ISC-08', 'ISC-14', 'ISC-19', 'HYP-01', 'HYP-02', 'RHY-16'],
  },
  vt: {
    expected: ['RHY-03'],
    allowed: BESIDE_WIDE_TACHYCARDIA,
  },
  'non-sustained-vt': { expected: ['RHY-04'], allowed: ['RHY-05', 'RHY-09'] },
  'polymorphic-vt': {
    expected: ['RHY-05'],
    allowed: [...BESIDE_WIDE_TACHYCARDIA, 'RHY-03', 'RHY-06', 'CON-03', 'ISC-06', 'ISC-07', 'ISC-08'],
  },
  vf: { expected: ['RHY-01'], allowed: ['RHY-02', 'RHY-03', 'RHY-05', 'RHY-09'] },
  asystole: { expected: ['RHY-02'] },
  'p-wave-asystole': { expected: ['RHY-02'], allowed: ['RHY-10', 'RHY-12'] },
  paced: { allowed: ['ISC-08', 'RHY-16'] },
  'paced-mi': { expected: ['ISC-06', 'ISC-07'], allowed: ['ISC-08', 'RHY-16'] },
  'paced-av': { allowed: ['ISC-08', 'RHY-16'] },
  'paced-without-capture': { expected: ['RHY-17'], allowed: ['ISC-08', 'RHY-11', 'RHY-15', 'RHY-16'] },
  'paced-undersensing': { expected: ['RHY-17'] },
  'paced-without-output': { expected: ['RHY-17'], allowed: ['ISC-08', 'RHY-11', 'RHY-15', 'RHY-16'] },
}
