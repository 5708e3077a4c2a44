/** A measured ECG by hand, for tests of the rules: a healthy man's numbers, in which a test changes what it is about. */
import type { Analysis, LeadMeasurements, Measurements, RhythmFeatures } from '../../measure/types'
import { type LeadName, STANDARD_LEADS } from '../../types'
import { judgeRecording } from '../judge'
import { type Finding, NOTHING_KNOWN, type RuleContext } from '../rule'

export type LeadPatch = Readonly<Partial<Record<LeadName, Partial<LeadMeasurements> | null>>>

export type AnalysisPatch = {
  readonly leads?: LeadPatch
  readonly measurements?: Partial<Measurements>
  readonly rhythm?: Partial<RhythmFeatures>
  readonly analysis?: Partial<Analysis>
}

export const MAN_OF_55: RuleContext = { ...NOTHING_KNOWN, ageYears: 55, sex: 'male' }
export const PAIN_NOW = { hasChestPain: true, hasPainNow: true } as const

const NORMAL_LEAD: LeadMeasurements = {
  isUsable: true,
  pMaxUv: 80,
  pMinUv: 0,
  pNetAreaUvMs: 4000,
  pTerminalForceUvMs: 0,
  prSegmentUv: 0,
  qUv: 0,
  qMs: 0,
  rUv: 900,
  rMs: 45,
  sUv: 150,
  sMs: 20,
  rPrimeUv: 0,
  rPrimeMs: 0,
  sPrimeUv: 0,
  qrsPeakToPeakUv: 1050,
  qrsNetAreaUvMs: 20_000,
  rPeakTimeMs: 40,
  hasQrsNotch: false,
  initialSlopeRatio: 0.9,
  jPeakUv: 0,
  jUv: 0,
  j20Uv: 5,
  j40Uv: 10,
  j60Uv: 15,
  j80Uv: 20,
  stSlopeUvPerMs: 0.25,
  tMaxUv: 250,
  tMinUv: 0,
  tMaxAtMs: 620,
  tMinAtMs: null,
  tAreaUvMs: 26_000,
  tHalfWidthMs: 110,
  tSymmetry: 1.45,
  uUv: 0,
}

const RIGHT_OF_HEART: Partial<LeadMeasurements> = {
  rUv: 250,
  rMs: 25,
  sUv: 1000,
  qrsPeakToPeakUv: 1250,
  qrsNetAreaUvMs: -20_000,
}

const NORMAL_LEADS: LeadPatch = {
  aVR: { qUv: 0, rUv: 0, sUv: 900, pMaxUv: 0, pMinUv: -80, tMaxUv: 0, tMinUv: -250, tMaxAtMs: null, tMinAtMs: 620 },
  V1: { ...RIGHT_OF_HEART, pMinUv: -20, tMaxUv: 60 },
  V2: { ...RIGHT_OF_HEART, rUv: 350, tMaxUv: 400 },
  V3: { ...RIGHT_OF_HEART, rUv: 500, sUv: 700, tMaxUv: 450 },
  V4: { rUv: 1400, sUv: 450 },
  V5: { rUv: 1400 },
}

const NORMAL_MEASUREMENTS: Measurements = {
  heartRateBpm: 72,
  rrMs: 833,
  pMs: 104,
  prMs: 166,
  qrsMs: 92,
  qtMs: 398,
  qtcMs: 423,
  qtcBazettMs: 436,
  qtcFraminghamMs: 424,
  qtcHodgesMs: 419,
  jtcMs: null,
  qtcBogossianMs: null,
  isQtcUnreliable: false,
  pAxisDeg: 50,
  qrsAxisDeg: 45,
  tAxisDeg: 40,
  sokolowLyonUv: 2400,
  cornellUv: 1400,
  cornellProductUvMs: 128_800,
  peguero: 1450,
}

const NORMAL_RHYTHM: RhythmFeatures = {
  rrMs: [833, 830, 836, 833, 831, 835, 833, 832, 834],
  rrCv: 0.03,
  nRmssd: 0.02,
  shortestRrMs: 830,
  longestRrMs: 836,
  rrBinCount: 1,
  longestWithoutQrsMs: 900,
  shareOfBeatsWithP: 1,
  pCorrelation: 0.95,
  atrialRateBpm: 72,
  ppCv: 0.03,
  prSeriesMs: [],
  qrsSeriesMs: [],
  flutter: null,
  fibrillatoryUv: 15,
  steadyWavesUv: null,
  chaos: null,
  standstill: { longestMs: 0, noiseUv: 5, isDeadFlat: false },
  alternans: null,
}

const MARKS = {
  rPeakMs: 350,
  pOnsetMs: 144,
  pPeakMs: 190,
  pOffsetMs: 248,
  qrsOnsetMs: 310,
  qrsOffsetMs: 402,
  tPeakMs: 620,
  tOffsetMs: 708,
}

export function makeAnalysis({
  leads = {},
  measurements = {},
  rhythm = {},
  analysis = {},
}: AnalysisPatch = {}): Analysis {
  const names = [...STANDARD_LEADS, ...(Object.keys(leads) as LeadName[])]
  const measured = [...new Set(names)].flatMap((name) => {
    const patch = leads[name]
    return patch === null ? [] : [[name, { ...NORMAL_LEAD, ...NORMAL_LEADS[name], ...patch }] as const]
  })
  return {
    version: 'test',
    quality: { overall: 'good', notes: [], leads: {}, missingLeads: [], usableMs: 10_000 },
    swap: null,
    beats: Array.from({ length: 10 }, (_, index) => ({
      ...MARKS,
      rPeakMs: 350 + index * 833,
      class: 'dominant',
      axisDeg: 45,
    })),
    beatsByLead: {},
    pWaves: [],
    spikesAtMs: [],
    representative: {
      sampleRateHz: 500,
      rIndex: 175,
      leads: {},
      marks: MARKS,
      marksByLead: {},
      beatCount: 10,
      isFewBeats: false,
    },
    measurements: { ...NORMAL_MEASUREMENTS, ...measurements },
    leads: Object.fromEntries(measured),
    rhythm: { ...NORMAL_RHYTHM, ...rhythm },
    ...analysis,
  }
}

/** The finding of one rule on a man of 55. */
export function findingOf(id: string, patch: AnalysisPatch = {}, context: Partial<RuleContext> = {}): Finding {
  const { findings } = judgeRecording(makeAnalysis(patch), { ...MAN_OF_55, ...context })
  const finding = findings.find((one) => one.id === id)
  if (!finding) throw new Error(`no rule ${id}`)
  return finding
}

export function statusOf(id: string, patch: AnalysisPatch = {}, context: Partial<RuleContext> = {}): string {
  return findingOf(id, patch, context).status
}

/** J in some leads, ST level from there on. */
export function withSt(jUvByLead: Readonly<Partial<Record<LeadName, number>>>): LeadPatch {
  return Object.fromEntries(
    Object.entries(jUvByLead).map(([lead, jUv]) => [lead, { jUv, j20Uv: jUv, j40Uv: jUv, j60Uv: jUv, j80Uv: jUv }]),
  )
}

/** A left bundle-branch block without ST of its own. */
export const LBBB: AnalysisPatch = {
  measurements: { qrsMs: 146 },
  leads: {
    V1: { rUv: 100, sUv: 1500, rPeakTimeMs: 20 },
    V2: { rUv: 150, sUv: 2500 },
    V3: { rUv: 100, sUv: 2000 },
    I: { sUv: 0, rMs: 100, rPeakTimeMs: 80 },
    aVL: { sUv: 0, rMs: 100, rPeakTimeMs: 80 },
    V5: { sUv: 0, rMs: 100, rPeakTimeMs: 80 },
    V6: { sUv: 0, rMs: 100, rPeakTimeMs: 80 },
  },
}

export const RBBB: AnalysisPatch = {
  measurements: { qrsMs: 148 },
  leads: {
    V1: { rUv: 800, rPrimeUv: 220, sUv: 700, rPeakTimeMs: 90 },
    I: { sUv: 300, sMs: 60 },
    V6: { sUv: 300, sMs: 60 },
  },
}

/** Both patches; of a lead in both, the second one's numbers win. */
export function both(one: AnalysisPatch, other: AnalysisPatch): AnalysisPatch {
  const names = [...Object.keys(one.leads ?? {}), ...Object.keys(other.leads ?? {})] as LeadName[]
  const leads = names.map((name) => [name, { ...one.leads?.[name], ...other.leads?.[name] }] as const)
  return {
    leads: Object.fromEntries(leads),
    measurements: { ...one.measurements, ...other.measurements },
    rhythm: { ...one.rhythm, ...other.rhythm },
    analysis: { ...one.analysis, ...other.analysis },
  }
}
