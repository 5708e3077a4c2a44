/**
 * Exchanged electrodes, by the algebra of clinical.md B6 (right and left leg at one potential).
 * Chest leads move only where the swap moves Wilson's terminal.
 */
import { INDEPENDENT_LEADS } from './morphology'

export const ELECTRODE_SWAPS = ['LA-RA', 'LA-LL', 'RA-LL', 'RA-RL', 'LA-RL', 'arms-legs', 'V1-V2'] as const
export type ElectrodeSwap = (typeof ELECTRODE_SWAPS)[number]

/** New channels; the given ones, in the order of `INDEPENDENT_LEADS`, stay as they are. */
export function swapElectrodes(channelsUv: readonly Float64Array[], swap: ElectrodeSwap): readonly Float64Array[] {
  const make = INDEPENDENT_LEADS.map((_, lead) => channelAfter(swap, lead))
  return channelsUv.map((samplesUv, lead) =>
    samplesUv.map((own, index) => {
      const one = channelsUv[0]?.[index] ?? 0
      const two = channelsUv[1]?.[index] ?? 0
      const sample: Sample = {
        one,
        two,
        own,
        firstChest: channelsUv[2]?.[index] ?? 0,
        secondChest: channelsUv[3]?.[index] ?? 0,
      }
      return make[lead]?.(sample) ?? own
    }),
  )
}

type Sample = { one: number; two: number; own: number; firstChest: number; secondChest: number }
type Channel = (sample: Sample) => number

const third = ({ one, two }: Sample) => two - one

/** Lead I, lead II and what is added to every chest lead. */
const LIMB_SWAPS: Readonly<Record<Exclude<ElectrodeSwap, 'V1-V2'>, readonly [Channel, Channel, Channel]>> = {
  'LA-RA': [({ one }) => -one, third, () => 0],
  'LA-LL': [({ two }) => two, ({ one }) => one, () => 0],
  'RA-LL': [(sample) => -third(sample), ({ two }) => -two, () => 0],
  'RA-RL': [(sample) => -third(sample), () => 0, ({ two }) => -two / 3],
  'LA-RL': [({ two }) => two, ({ two }) => two, (sample) => -third(sample) / 3],
  // Both arm cables sit on the legs and the left-leg cable on the left arm: I is nothing, II and III are −III.
  'arms-legs': [() => 0, (sample) => -third(sample), ({ two }) => -two / 3],
}

function channelAfter(swap: ElectrodeSwap, lead: number): Channel {
  if (swap === 'V1-V2') {
    if (lead === 2) return ({ secondChest }) => secondChest
    return lead === 3 ? ({ firstChest }) => firstChest : ({ own }) => own
  }
  const [one, two, chestShift] = LIMB_SWAPS[swap]
  if (lead === 0) return one
  return lead === 1 ? two : (sample) => sample.own + chestShift(sample)
}
