/**
 * LR-06 with an earlier ECG of the patient: the limb leads resemble it only when two electrodes are put back.
 * Posture and a new infarct change the limb leads too, so the resemblance after putting back must be close and
 * that before must be poor.
 */
import type { RepresentativeBeat, SwapSuspicion } from '../measure/types'
import type { LeadName } from '../types'
import { correlationOf, type SwapInput } from './swap-view'
import { limbLeadsPutBack } from './unswap'

const LIMB_LEADS = ['I', 'II', 'III'] as const
const KINDS = ['LA-LL', 'LA-RA', 'RA-LL'] as const
const CLOSE = 0.9
const POOR = 0.5

export function suspectFromPrevious({ representative, previous }: SwapInput): SwapSuspicion | null {
  if (!previous || previous.sampleRateHz !== representative.sampleRateHz) return null
  const one = representative.leads.I
  const two = representative.leads.II
  if (!one || !two || resemblance({ I: one, II: two }, representative, previous) > POOR) return null
  const kind = KINDS.find((candidate) => {
    const back = limbLeadsPutBack(candidate, one, two)
    return resemblance({ I: back.one, II: back.two }, representative, previous) >= CLOSE
  })
  return kind ? { kind, rule: 'LR-06', confidence: 'medium', leads: LIMB_LEADS } : null
}

type Pair = { readonly I: Float32Array; readonly II: Float32Array }

/** Least correlation of the three limb leads around the R peak. */
function resemblance({ I, II }: Pair, now: RepresentativeBeat, then: RepresentativeBeat): number {
  const III = II.map((uv, index) => uv - (I[index] ?? Number.NaN))
  const limb: Readonly<Record<(typeof LIMB_LEADS)[number], Float32Array>> = { I, II, III }
  const likeness = LIMB_LEADS.map((lead) => {
    const before = then.leads[lead as LeadName]
    return before ? correlationOf(fromR(limb[lead], now.rIndex), fromR(before, then.rIndex)) : 0
  })
  return Math.min(...likeness)
}

const BEFORE_R_SAMPLES = 60

const fromR = (samplesUv: Float32Array, rIndex: number) => samplesUv.subarray(Math.max(0, rIndex - BEFORE_R_SAMPLES))
