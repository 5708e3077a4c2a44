/**
 * Every number that a finding depends on, in one place, with where it comes from.
 *
 * Microvolts, milliseconds, beats per minute, degrees, years. `[ENG]` marks a choice made here that no
 * publication gives and that a cardiologist has to confirm (clinical.md, marks at the top).
 * Raise the version with every change of a number; it is stored with each judgement.
 */
export const THRESHOLDS_VERSION = '1.0.0'

const UDMI = 'Fourth Universal Definition of MI 2018 (Thygesen, Circulation 138:e618)'
const PART_III = 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235)'
const PART_V = 'AHA/ACCF/HRS 2009 Part V (Hancock, Circulation 119:e251)'
const ESC_ACS = 'ESC ACS 2023 (Byrne, EHJ 44:3720)'
const ACC_CHEST_PAIN = 'ACC chest-pain pathway 2022 (Kontos, JACC 80:1925)'
const SGARBOSSA = 'Sgarbossa, NEJM 1996;334:481'
const SMITH = 'Smith, Ann Emerg Med 2012;60:766; Meyers 2015; paced: Dodd 2021'
const ESC_VA = 'ESC ventricular arrhythmias 2022 (Zeppenfeld, EHJ 43:3997)'
const ESC_SVT = 'ESC supraventricular tachycardia 2019 (Brugada, EHJ 41:655)'
const ESC_AF = 'ESC atrial fibrillation 2024 (Van Gelder, EHJ 45:3314)'
const BRADYCARDIA = 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382)'
const ENG = '[ENG] clinical.md'

type Sourced = readonly [value: number, source: string]

/** How far below a threshold a value is still `borderline` (clinical.md B0). */
export const TOLERANCE = { jUv: 25, intervalMs: 10, heartRateBpm: 2 } as const

const SOURCED = {
  adultYears: [16, 'clinical.md A5'],

  stElevationUv: [100, UDMI],
  stElevationV2V3WomanUv: [150, UDMI],
  stElevationV2V3ManUv: [200, UDMI],
  stElevationV2V3YoungManUv: [250, UDMI],
  stElevationYoungManYears: [40, UDMI],
  stElevationRightUv: [50, UDMI],
  stElevationRightYoungManUv: [100, UDMI],
  stElevationRightYoungManYears: [30, UDMI],
  stElevationPosteriorUv: [50, UDMI],
  stElevationPosteriorYoungManUv: [100, UDMI],
  stDepressionUv: [-50, UDMI],
  stRiseHorizontalUv: [48, '[ENG] clinical.md A4: 0.6 mV/s over 80 ms'],

  rightV1Uv: [100, ESC_ACS],
  rightV1OverV2Uv: [50, ENG],

  posteriorRiseUv: [24, '[ENG] 0.6 mV/s of clinical.md A4 over the first 40 ms: later T lifts ST'],
  posteriorRiseShare: [0.25, '[ENG] of the depression'],
  posteriorRMs: [30, ACC_CHEST_PAIN],
  posteriorRsRatio: [1, ACC_CHEST_PAIN],
  posteriorSupports: [2, ENG],

  sgarbossaPoints: [3, SGARBOSSA],
  concordantStUv: [100, SGARBOSSA],
  discordantStUv: [500, SGARBOSSA],
  discordantRatio: [0.25, SMITH],
  barcelonaStUv: [100, 'Di Marco, JAHA 2020;9:e015573'],
  barcelonaLowQrsUv: [600, 'Di Marco, JAHA 2020;9:e015573'],

  painHours: [12, ESC_ACS],
  shockSystolicMmHg: [90, ESC_ACS],
  lungOedemaKillip: [3, ESC_ACS],

  deWinterJUv: [-100, 'de Winter, NEJM 2008;359:2071; ACC chest-pain pathway 2022'],
  deWinterRiseUv: [100, 'de Winter, NEJM 2008;359:2071'],
  deWinterTUv: [500, ENG],
  deWinterSmallTUv: [300, ENG],
  longestQrsMs: [300, '[ENG] longer, the usual beat was not measured'],
  noisyLeads: [6, ENG],
  wideQrsMs: [120, PART_III],

  hyperacutePainHours: [6, ENG],
  hyperacuteTUv: [500, ENG],
  hyperacuteAreaRatio: [3, ENG],

  wellensTUv: [100, 'de Zwaan, Am Heart J 1982;103:730'],
  wellensDeepTUv: [200, 'de Zwaan, Am Heart J 1982;103:730'],
  wellensJUv: [100, 'de Zwaan, Am Heart J 1982;103:730'],
  wellensRUv: [100, 'de Zwaan, Am Heart J 1982;103:730'],
  wellensQUv: [50, ENG],
  wellensPainHours: [48, ENG],

  diffuseStUv: [-100, ESC_ACS],
  diffuseLeads: [6, ESC_ACS],
  diffuseAvrUv: [100, ESC_ACS],
  diffuseSystolicMmHg: [100, ENG],
  diffuseKillip: [2, ENG],

  ischaemicTUv: [-100, UDMI],

  pericarditisJUv: [50, 'ESC pericardial diseases 2015 (Adler, EHJ 36:2921)'],
  pericarditisLeads: [6, ENG],
  pericarditisChestLeads: [2, ENG],
  pericarditisPrUv: [-50, ENG],
  pericarditisPrLeads: [2, ENG],

  earlyRepolarisationJPeakUv: [100, 'Macfarlane, JACC 2015;66:470'],
  concaveStUv: [100, ENG],
  ladFormulaJ60Uv: [100, 'Driver, Smith 2017, four-variable formula'],
  ladFormulaLow: [17, 'Driver, Smith 2017, four-variable formula'],
  ladFormulaHigh: [18.2, 'Driver, Smith 2017, four-variable formula'],
  ladPainHours: [24, ENG],
  ladSlowBpm: [60, 'Driver, Smith 2017, four-variable formula'],

  aneurysmQUv: [100, UDMI],
  aneurysmQMs: [40, UDMI],
  aneurysmLeads: [2, ENG],
  aneurysmTqrsRatio: [0.36, 'Smith, Am J Emerg Med 2005;23:279'],

  aslangerJUv: [100, 'Aslanger, J Electrocardiol 2020;61:41'],

  qWaveV2V3Ms: [20, UDMI],
  qWaveMs: [30, UDMI],
  qWaveUv: [100, UDMI],
  qWaveLeads: [2, UDMI],
  qWaveRecentStUv: [100, '[ENG] over QS the higher limits of V2–V3 in men do not apply'],
  posteriorInfarctRMs: [40, UDMI],

  diagonalJUv: [100, ENG],

  lbbbRsRatio: [0.25, PART_III],
  lbbbQUv: [50, ENG],
  lbbbBroadRMs: [60, ENG],
  lbbbRPeakMs: [60, PART_III],
  lbbbPrMs: [120, ENG],
  lbbbAnyPrQrsMs: [160, '[ENG] pre-excitation is hardly ever so wide in sinus rhythm'],
  lbbbRsMs: [40, '[ENG] an RS in V5 and V6: the transition lies further left'],
  concordantTUv: [-300, ENG],
  lbbbRateBpm: [120, ENG],
  strictLbbbManMs: [140, 'Strauss, Am J Cardiol 2011;107:927'],
  strictLbbbWomanMs: [130, 'Strauss, Am J Cardiol 2011;107:927'],
  strictLbbbNotches: [2, 'Strauss, Am J Cardiol 2011;107:927'],

  rbbbSMs: [40, PART_III],
  rbbbRPeakMs: [50, PART_III],
  incompleteBlockMs: [110, PART_III],

  lafbAxisDeg: [-45, PART_III],
  lafbAxisFarDeg: [-90, PART_III],
  lafbRPeakMs: [45, PART_III],
  lpfbAxisDeg: [90, PART_III],

  leftAxisDeg: [-30, PART_III],
  markedLeftAxisDeg: [-45, PART_III],
  rightAxisDeg: [90, PART_III],
  markedRightAxisDeg: [120, PART_III],
  extremeAxisDeg: [-90, PART_III],

  sokolowLyonUv: [3500, PART_V],
  sokolowLyonYoungUv: [4500, ENG],
  sokolowLyonYears: [35, ENG],
  cornellManUv: [2800, 'Casale, Circulation 1987;75:565'],
  cornellWomanUv: [2000, 'Casale, Circulation 1987;75:565'],
  rAvlUv: [1100, PART_V],
  cornellProductUvMs: [244_000, 'Molloy, JACC 1992;20:1180'],
  cornellProductWomanUv: [600, 'Molloy, JACC 1992;20:1180'],
  pegueroManUv: [2800, 'Peguero, JACC 2017;69:1694'],
  pegueroWomanUv: [2300, 'Peguero, JACC 2017;69:1694'],

  rvhRUv: [700, PART_V],
  rvhSumUv: [1050, PART_V],
  pTerminalForceUvMs: [4000, PART_V],
  longPMs: [130, '[ENG] 120 ms of Part III and the tolerance of its measurement'],
  leastPrSegmentMs: [10, ENG],
  tallPUv: [250, PART_V],
  tallPV1Uv: [150, PART_V],
  lowLimbQrsUv: [500, PART_III],
  lowChestQrsUv: [1000, PART_III],
  poorRUv: [300, ENG],
  poorRV4Uv: [600, ENG],
  alternansUv: [100, ENG],
  alternansShare: [0.2, ENG],
  tamponadeRateBpm: [100, ENG],

  hyperkalaemiaTUv: [1000, ENG],
  hyperkalaemiaTOverRUv: [600, ENG],
  hyperkalaemiaTWidthMs: [120, ENG],
  hyperkalaemiaWideTMs: [140, '[ENG] T behind a QRS of 120 ms and more'],
  hyperkalaemiaSymmetryLow: [0.7, ENG],
  hyperkalaemiaSymmetryHigh: [1.3, '[ENG] clinical.md says 1.4, which healthy T waves reach'],
  hyperkalaemiaTOverSRatio: [0.5, '[ENG] a T against a deep S of LBBB is tall by itself'],
  hyperkalaemiaJUv: [-100, ENG],
  hyperkalaemiaLeads: [2, ENG],
  hyperkalaemiaSigns: [3, ENG],
  hyperkalaemiaSignsLikely: [2, ENG],
  leastPWaves: [3, ENG],
  flatPUv: [30, ENG],
  fibrillationWaveUv: [50, ENG],
  fibrillationNrmssd: [0.1, ENG],
  longPrMs: [200, PART_III],
  widerQrsMs: [30, ENG],
  slowBpm: [50, ENG],
  sineWaveQrsMs: [160, ENG],
  sineWaveShare: [0.5, ENG],
  sineWaveLeads: [6, ENG],
  potassiumHigh: [6, ENG],
  potassiumVeryHigh: [6.5, ENG],

  uWaveUv: [100, ENG],
  hypokalaemiaSupports: [2, ENG],
  flatTUv: [100, ENG],
  longQtcManMs: [450, 'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241)'],
  longQtcWomanMs: [460, 'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241)'],
  dangerousQtcMs: [500, 'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241)'],
  shortQtcMs: [360, 'ESC ventricular arrhythmias 2022 (Zeppenfeld, EHJ 43:3997)'],
  longStMs: [280, ENG],
  scoopedStUv: [-50, ENG],
  scoopUv: [40, ENG],
  digitalisQtcMs: [420, ENG],
  osbornUv: [100, ENG],
  osbornRateBpm: [60, ENG],
  osbornRateUnknownTemperatureBpm: [50, ENG],
  osbornTemperatureC: [35, ENG],
  hypothermiaC: [32, ENG],

  emboliRateBpm: [100, 'ESC pulmonary embolism 2019 (Konstantinides, EHJ 41:543)'],
  emboliWaveUv: [150, 'McGinn, White, JAMA 1935;104:1473'],
  emboliAxisDeg: [90, 'ESC pulmonary embolism 2019 (Konstantinides, EHJ 41:543)'],
  emboliSigns: [2, ENG],
  emboliSignsAlone: [3, ENG],
  emboliSpo2Percent: [94, ENG],
  emboliSystolicMmHg: [90, 'ESC pulmonary embolism 2019 (Konstantinides, EHJ 41:543)'],
  fibrillationMs: [4000, ENG],
  fibrillationShare: [0.7, ENG],
  fibrillationLeakage: [0.41, 'Kuo, Dillman, Computers in Cardiology 1978:347'],
  fibrillationLeads: [6, ENG],
  standstillMs: [3000, ENG],
  noQrsMs: [4000, ENG],
  wideTachycardiaBpm: [120, ESC_VA],
  wideFastBpm: [100, ESC_VA],
  irregularRrCv: [0.1, ENG],
  regularRrCv: [0.06, ENG],
  lowSystolicMmHg: [100, ENG],
  runBeats: [3, ESC_VA],
  runBpm: [100, ESC_VA],
  sustainedStripMs: [9000, '[ENG] a strip of 10 s full of them counts as sustained'],
  polymorphicBeats: [5, ENG],
  polymorphicAxisDeg: [30, ENG],
  longQtcRiskMs: [480, ESC_VA],
  preExcitedShare: [0.5, ENG],
  preExcitedSpreadMs: [15, ENG],
  preExcitedRrMs: [300, ESC_SVT],
  preExcitedDangerMs: [250, ESC_SVT],
  fibrillationIntervals: [8, ENG],
  fibrillationPShare: [0.2, ENG],
  fibrillationBins: [4, ENG],
  fibrillationBinsFast: [3, ENG],
  fastRrMs: [500, ENG],
  fibrillationFastBpm: [150, ESC_AF],
  fibrillationControlledBpm: [110, ESC_AF],
  flutterPeriodicity: [0.6, ENG],
  flutterLowBpm: [240, ESC_SVT],
  flutterHighBpm: [350, ESC_SVT],
  svtBpm: [150, ESC_SVT],
  svtPShare: [0.5, ENG],
  mechanicalRrCv: [0.012, ENG],
  evenPpShare: [0.7, ENG],
  evenPpDeviation: [0.12, ENG],
  fastBpm: [130, ENG],
  extremeFastBpm: [180, ENG],
  ageRateBpm: [220, ENG],
  lowSpo2Percent: [90, ENG],
  childFastFactor: [1.2, ENG],
  infantSvtBpm: [220, 'PALS 2020'],
  childSvtBpm: [180, 'PALS 2020'],
  blockWaves: [3, ENG],
  blockRateDifferenceBpm: [5, ENG],
  blockPrSpreadMs: [60, ENG],
  blockBpm: [60, ENG],
  blockFastEscapeBpm: [75, ENG],
  severeSlowBpm: [40, BRADYCARDIA],
  extremeSlowBpm: [30, ENG],
  infantSlowBpm: [80, 'PALS 2020'],
  childSlowBpm: [60, 'PALS 2020'],
  schoolChildSlowBpm: [50, ENG],
  advancedBlockWaves: [2, BRADYCARDIA],
  prematurePShare: [0.85, ENG],
  steadyPrMs: [20, ENG],
  growingPrMs: [20, ENG],
  shortPrMs: [120, PART_III],
  markedPrMs: [300, BRADYCARDIA],
  longPrWithBlockMs: [240, ENG],
  notedPauseMs: [2000, ENG],
  pauseMs: [3000, BRADYCARDIA],
  longPauseMs: [4000, ENG],
  pauseToleranceMs: [100, ENG],
  qtcGrowthMs: [60, 'Drew, Circulation 2010;121:1047'],
  veryShortQtcMs: [320, ESC_VA],
  potassiumLow: [3.5, ENG],
  potassiumVeryLow: [3, ENG],
  leastSpikes: [3, ENG],
  spikeSlackMs: [12, ENG],
  atrialSpikeMs: [90, ENG],
  captureMs: [150, ENG],
  leastAvDelayMs: [80, ENG],
  longestAvDelayMs: [330, ENG],
  missingOutputShare: [1.6, ENG],
  refractoryMs: [300, ENG],
  brugadaJUv: [200, 'HRS/EHRA/APHRS 2013 (Priori, Heart Rhythm 10:1932)'],
  brugadaTUv: [-100, 'HRS/EHRA/APHRS 2013 (Priori, Heart Rhythm 10:1932)'],
  feverC: [38, ENG],
  preExcitationQrsMs: [110, PART_III],
  deltaSlopeRatio: [0.5, ENG],
  deltaLeads: [2, ENG],
} as const satisfies Record<string, Sourced>

export type ThresholdName = keyof typeof SOURCED

/** For the printed table of rules. */
export const THRESHOLD_SOURCES: Readonly<Record<ThresholdName, Sourced>> = SOURCED

export const LIMIT: Readonly<Record<ThresholdName, number>> = Object.fromEntries(
  Object.entries(THRESHOLD_SOURCES).map(([name, [value]]) => [name, value]),
) as Record<ThresholdName, number>
