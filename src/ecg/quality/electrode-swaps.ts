/**
 * Exchanged electrodes, from the usual beat (clinical.md B6, LR-01 … LR-08).
 *
 * A suspicion asks the person at the recorder to look at the cables; it removes no finding. The flat limb lead
 * of LR-02 … LR-04 comes first, then the right arm with the left leg, then the arms. Where the P wave does not
 * decide, the confidence is low. Microvolts.
 * Published: negative I, isolated flat limb lead under 0.1 mV, P(I) > P(II) (PMC10902517); thresholds are
 * engineering choices. Deviation from LR-05: QRS in II must be turned over as well or oppose V6, since otherwise
 * every low atrial rhythm would be a swap. Addition to LR-01: with P and QRS of I turned over a weaker opposition to
 * V6 is enough for medium confidence, and with QRS upright in I the confidence is low.
 */
import type { SwapSuspicion } from '../measure/types'
import type { LeadName } from '../types'
import { suspectChestOrder, suspectFirstChestLeads, suspectHighChest } from './chest-swaps'
import { suspectFromPrevious } from './earlier-ecg'
import { suspectLeftArmLeftLeg } from './left-side-swap'
import { type SwapInput, type SwapView, swapView } from './swap-view'

const FLAT_UV = 100
const FLAT_SHARE = 0.15
const NEGATIVE_P_UV = -30
const CLEAR_P_UV = 20
const UPRIGHT_P_UV = 15
const OPPOSITE = -0.5
const SLIGHTLY_OPPOSITE = -0.2
const WHOLLY_OPPOSITE = -0.8
const LEAST_DOWN_P_UV = 10
/** Of II and V6, as in a left axis that is turned over; an atrial rhythm from below leaves them alike. */
const UNLIKE = 0.6
const LIMB_ST_UV = 100
const SMALL_V6_SHARE = 0.5
/** With P turned over and QRS upright in I, one lead for both: an atrial rhythm from the left. */
const ALIKE = 0.75

type SwapCheck = (view: SwapView, input: SwapInput) => SwapSuspicion | null

export function suspectSwap(input: SwapInput): SwapSuspicion | null {
  const view = swapView(input)
  for (const check of SWAP_CHECKS) {
    const suspicion = check(view, input)
    if (suspicion) return suspicion
  }
  return null
}

const SWAP_CHECKS: readonly SwapCheck[] = [
  suspectFlatLimbLead,
  suspectRightArmLeftLeg,
  suspectArms,
  (_, input) => suspectFromPrevious(input),
  suspectLeftArmLeftLeg,
  suspectChestOrder,
  suspectFirstChestLeads,
  suspectHighChest,
]

const LIMB_LEADS: readonly LeadName[] = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF']

/** LR-02 … LR-04: the lead between two electrodes that both sit on the legs. */
function suspectFlatLimbLead(view: SwapView): SwapSuspicion | null {
  const spans = LIMB_LEADS.flatMap((lead) => view.spanUv(lead) ?? []).sort((one, other) => one - other)
  const typicalUv = spans[Math.floor(spans.length / 2)] ?? 0
  const flat = FLAT_LEAD_SWAPS.find(([lead]) => {
    const spanUv = view.spanUv(lead)
    return spanUv !== null && spanUv < FLAT_UV && spanUv < FLAT_SHARE * typicalUv
  })
  return flat ? { kind: flat[1], rule: flat[2], confidence: 'high', leads: [flat[0]] } : null
}

const FLAT_LEAD_SWAPS: readonly (readonly [LeadName, SwapSuspicion['kind'], string])[] = [
  ['II', 'RA-RL', 'LR-02'],
  ['III', 'LA-RL', 'LR-03'],
  ['I', 'arms-legs', 'LR-04'],
]

/** LR-05: P, QRS and T of II upside down, aVR as aVF should be. */
function suspectRightArmLeftLeg(view: SwapView): SwapSuspicion | null {
  const isUnlikeV6 = isAtMost(view.correlation('II', 'V6'), UNLIKE)
  if (view.qrsNetUvMs('II') >= 0 && !isUnlikeV6) return null
  const isPTurned =
    isAtMost(view.pUv('II'), NEGATIVE_P_UV) &&
    isAtMost(view.pUv('aVF'), -CLEAR_P_UV) &&
    isAtLeast(view.pUv('aVR'), CLEAR_P_UV)
  const isQrsTurned = view.qrsNetUvMs('aVR') > 0
  if (!isPTurned && !(isQrsTurned && isPlainlyUpsideDown(view)) && !isWhollyOpposed(view)) return null
  const isSure = isPTurned && isQrsTurned && view.tUv('II') < 0
  const confidence = isPTurned && !hasLimbElevation(view) ? (isSure ? 'high' : 'medium') : 'low'
  return { kind: 'RA-LL', rule: 'LR-05', confidence, leads: ['I', 'II', 'III'] }
}

/** Where P is too flat to tell: nothing in II points up, and III opposes the lateral wall. */
function isPlainlyUpsideDown(view: SwapView): boolean {
  const hasNoP = (view.pUv('II') ?? 0) < UPRIGHT_P_UV && (view.pUv('aVR') ?? 0) > -UPRIGHT_P_UV
  return hasNoP && view.tUv('II') < 0 && view.tUv('aVR') > 0 && isAtMost(view.correlation('II', 'V6'), OPPOSITE)
}

/** II is the lateral wall turned over as a whole; P in it points down, however little of it aVR shows. */
function isWhollyOpposed(view: SwapView): boolean {
  const isPDown = isAtMost(view.pUv('II'), -LEAST_DOWN_P_UV) && isAtMost(view.pUv('aVF'), -LEAST_DOWN_P_UV)
  return isPDown && view.qrsNetUvMs('II') < 0 && isAtMost(view.correlation('II', 'V6'), WHOLLY_OPPOSITE)
}

/** Infarction of the inferior wall often has a junctional rhythm, which turns P over without any swap. */
function hasLimbElevation({ jUv }: SwapView): boolean {
  const isUp = (uv: number) => uv >= LIMB_ST_UV
  const asRecorded = [
    [jUv('II'), jUv('aVF')],
    [jUv('aVF'), jUv('III')],
    [jUv('I'), jUv('aVL')],
  ]
  const turnedBack = asRecorded.map(
    (_, index) =>
      [
        [-jUv('II'), jUv('aVR')],
        [jUv('aVR'), -jUv('I')],
        [-jUv('III'), jUv('aVL')],
      ][index],
  )
  return [...asRecorded, ...turnedBack].some((pair) => pair?.every(isUp))
}

/** LR-01: I upside down against V6, the legs as they should be; LR-01b where the chest leads fall off to the left. */
function suspectArms(view: SwapView): SwapSuspicion | null {
  const confidence = armsConfidence(view)
  if (!confidence) return isMirrored(view) ? DEXTROCARDIA : null
  if (hasFallingChest(view)) return DEXTROCARDIA
  return { kind: 'LA-RA', rule: 'LR-01', confidence, leads: ['I', 'aVR', 'aVL'] }
}

function armsConfidence(view: SwapView): SwapSuspicion['confidence'] | null {
  const likeness = view.correlation('I', 'V6')
  const p = view.pUv('I')
  const isPTurned = isAtMost(p, NEGATIVE_P_UV) && isAtLeast(view.pUv('aVF'), CLEAR_P_UV)
  const isSure = isPTurned && isAtMost(likeness, OPPOSITE)
  if (view.qrsNetUvMs('I') >= 0) return isPTurned && isAtMost(likeness, ALIKE) ? 'low' : null
  if (isSure) return 'high'
  if (isPTurned && isAtMost(likeness, SLIGHTLY_OPPOSITE)) return 'medium'
  return (p ?? 0) < UPRIGHT_P_UV && isAtMost(likeness, OPPOSITE) ? 'low' : null
}

const DEXTROCARDIA: SwapSuspicion = { kind: 'dextrocardia', rule: 'LR-01b', confidence: 'medium', leads: ['I'] }

/** With the heart on the right V6 is too far away to oppose I; P and QRS in I are turned over all the same. */
function isMirrored(view: SwapView): boolean {
  const isLimbTurned = isAtMost(view.pUv('I'), NEGATIVE_P_UV) && view.qrsNetUvMs('I') < 0 && view.tUv('I') < 0
  return isLimbTurned && hasFallingChest(view)
}

function hasFallingChest(view: SwapView): boolean {
  const first = view.spanUv('V1')
  const last = view.spanUv('V6')
  return first !== null && last !== null && last < SMALL_V6_SHARE * first
}

const isAtMost = (value: number | null, limit: number): boolean => value !== null && value <= limit
const isAtLeast = (value: number | null, limit: number): boolean => value !== null && value >= limit
