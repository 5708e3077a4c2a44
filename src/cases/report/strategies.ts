/**
 * The two ways to open an artery, minute by minute from the diagnosis (clinical.md C4): intervention after a transfer,
 * or fibrinolysis here. Which one the rule suggests is said with its reason; the doctor decides.
 */
import { PROTOCOL } from './protocol'
import type { ReportPlan } from './structure'

export type Step = {
  readonly id: 'leave' | 'arrive' | 'wire' | 'bolus' | 'assess' | 'angiography'
  /** Minutes after the diagnosis. */
  readonly atMin: number
  readonly toMin: number | null
  readonly limitMin: number | null
}

export type Strategies = {
  /** Dispatch, travel and arrival to wire; null while the way is not known. */
  readonly pciMin: number | null
  readonly isPciInTime: boolean | null
  readonly pci: readonly Step[]
  readonly lysis: readonly Step[]
  readonly suggested: 'pci' | 'lysis' | null
  readonly because: 'in_time' | 'too_far' | 'blocked' | 'travel_unknown'
}

export function strategies(
  plan: Pick<ReportPlan, 'travelMin' | 'dispatchMin' | 'arrival'>,
  /** Whether something forbids fibrinolysis. */
  isLysisBlocked: boolean,
): Strategies {
  const { plan: rule } = PROTOCOL
  const { travelMin, dispatchMin, arrival } = plan
  const pciMin = travelMin === null ? null : dispatchMin + travelMin + rule.arrivalToWireMin[arrival]
  const step = (id: Step['id'], atMin: number, limitMin: number | null = null, toMin: number | null = null): Step => ({
    id,
    atMin,
    toMin,
    limitMin,
  })
  const afterLysisMin = rule.bolusMin + dispatchMin
  return {
    pciMin,
    isPciInTime: pciMin === null ? null : pciMin < rule.pciWithinMin,
    pci: [
      step('leave', dispatchMin, rule.doorInDoorOutMin),
      ...(travelMin === null ? [] : [step('arrive', dispatchMin + travelMin)]),
      ...(pciMin === null ? [] : [step('wire', pciMin, rule.wireAfterTransferMin)]),
    ],
    lysis: [
      step('bolus', rule.bolusMin, rule.bolusMin),
      step('leave', afterLysisMin),
      step('assess', rule.bolusMin + rule.assessMin[0], null, rule.bolusMin + rule.assessMin[1]),
      ...(travelMin === null ? [] : [step('arrive', afterLysisMin + travelMin)]),
      step(
        'angiography',
        rule.bolusMin + rule.angiographyHours[0] * 60,
        null,
        rule.bolusMin + rule.angiographyHours[1] * 60,
      ),
    ],
    ...suggestion(pciMin, isLysisBlocked),
  }
}

function suggestion(pciMin: number | null, isLysisBlocked: boolean): Pick<Strategies, 'suggested' | 'because'> {
  if (isLysisBlocked) return { suggested: 'pci', because: 'blocked' }
  if (pciMin === null) return { suggested: null, because: 'travel_unknown' }
  return pciMin < PROTOCOL.plan.pciWithinMin
    ? { suggested: 'pci', because: 'in_time' }
    : { suggested: 'lysis', because: 'too_far' }
}
