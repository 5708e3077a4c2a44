/**
 * Limits of signal quality, one place (clinical.md A1, A2 and B5).
 *
 * Engineering choices of that specification unless a source is named; they tell the person at the recorder
 * what to repair and never hide a finding.
 */

/** A1: AHA/ACC/HRS 2007 Part I (Kligfield, Circulation 115:1306) asks for 500 Hz and 10 s. */
export const RECOMMENDED_RATE_HZ = 500
export const LOW_RATE_HZ = 250
export const LEAST_RATE_HZ = 100
export const RECOMMENDED_MS = 10_000
export const LEAST_USABLE_MS = 8000
/** A1: IEC 60601-2-25 wants 20 µV to be visible. */
export const COARSE_STEP_UV = 10

/** A1: from here on, as in the modes of a monitor, ST and small q waves are bent. */
export const HIGHEST_HIGH_PASS_HZ = 0.5
export const LOWEST_LOW_PASS_HZ = 40

/** */
export const FLAT_WINDOW_MS = 1000
export const FLAT_PEAK_TO_PEAK_UV = 20
export const FLAT_DEVIATION_UV = 5
export const CONSTANT_MS = 200

/** */
export const SATURATED_SAMPLES = 10
export const SATURATED_MS = 20
export const OUT_OF_RANGE_UV = 5000
export const OUT_OF_RANGE_MS = 40

/** */
export const WANDER_HZ = 0.67
export const WANDER_WARN_UV = 500
export const WANDER_BAD_UV = 1500
export const JUMP_UV = 1000
export const JUMP_MS = 40

/** */
export const MUSCLE_FROM_HZ = 20
export const MUSCLE_TO_HZ = 150
export const MUSCLE_WARN_UV = 25
export const MUSCLE_BAD_UV = 60

/** Q-05, amplitude (half of peak to peak). */
export const MAINS_HZ = [50, 60, 100] as const
export const MAINS_WARN_UV = 25
export const MAINS_BAD_UV = 100

/** */
export const LEAST_QRS_UV = 150
export const LARGEST_QRS_UV = 8000

/** */
export const DUPLICATE_CORRELATION = 0.995
export const DUPLICATE_GAIN_SPREAD = 0.03

/** Q-09 and A2. */
export const CONSISTENT_UV = 20
export const CONSISTENT_STEPS = 3
export const ROUNDING_RMS_UV = 10
export const INCONSISTENT_RMS_UV = 50
export const INVERTED_CORRELATION = 0.95

/** QRS complexes are left out of noise estimates by this much on either side of the R peak. */
export const QRS_REACH_MS = 120

/** Overall (B5). */
export const BAD_CHEST_LEADS = 2
export const WARNED_LEADS = 3
