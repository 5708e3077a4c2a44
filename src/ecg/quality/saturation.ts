/**
 * an amplifier at its end, after the constant offset of the lead is taken away.
 *
 * The range of the converter is not in the files, so its end is the lead's own highest or lowest value, held
 * for ten samples and 20 ms. A round T wave may do that too; an end of the range is entered or left by a
 * step, or is held for 200 ms a millivolt away from the middle.
 */
import type { Check, CheckedLead } from './check'
import { OUT_OF_RANGE_MS, OUT_OF_RANGE_UV, SATURATED_MS, SATURATED_SAMPLES } from './limits'

const ABRUPT_UV = 30
const ABRUPT_STEPS = 3
const FAR_UV = 1000
/** The top of a slow wander is round and shorter than this. */
const FAR_HELD_MS = 200

export const checkSaturation: Check = ({ leads, recording }) =>
  leads.flatMap((lead) => {
    const outOfRange = Math.max(1, Math.round((OUT_OF_RANGE_MS * recording.sampleRateHz) / 1000))
    const held = Math.max(SATURATED_SAMPLES, Math.round((SATURATED_MS * recording.sampleRateHz) / 1000))
    const farHeld = Math.round((FAR_HELD_MS * recording.sampleRateHz) / 1000)
    const isBad = isOutOfRange(lead, outOfRange) || isHeldAtItsEnd(lead, { abrupt: held, far: farHeld })
    if (!isBad) return []
    const value = Math.max(lead.highestUv - lead.centreUv, lead.centreUv - lead.lowestUv)
    return [{ reason: 'saturated', severity: 'bad', leads: [lead.name], value, limit: OUT_OF_RANGE_UV }] as const
  })

function isOutOfRange({ samplesUv, centreUv, lowestUv, highestUv }: CheckedLead, least: number): boolean {
  if (Math.max(highestUv - centreUv, centreUv - lowestUv) <= OUT_OF_RANGE_UV) return false
  let length = 0
  for (let index = 0; index < samplesUv.length; index++) {
    length = Math.abs((samplesUv[index] ?? 0) - centreUv) > OUT_OF_RANGE_UV ? length + 1 : 0
    if (length >= least) return true
  }
  return false
}

type Held = { readonly abrupt: number; readonly far: number }

function isHeldAtItsEnd(lead: CheckedLead, least: Held): boolean {
  if (lead.lowestUv === lead.highestUv) return false
  return [lead.lowestUv, lead.highestUv].some((endUv) => isHeld(lead, endUv, least))
}

function isHeld({ samplesUv, centreUv, stepUv }: CheckedLead, endUv: number, least: Held): boolean {
  const leastOfRound = Math.abs(endUv - centreUv) >= FAR_UV ? least.far : Number.POSITIVE_INFINITY
  const abruptUv = Math.max(ABRUPT_UV, ABRUPT_STEPS * (stepUv ?? 0))
  const isAbruptBeside = (index: number) => Math.abs((samplesUv[index] ?? endUv) - endUv) >= abruptUv
  return runsOf(samplesUv, endUv, least.abrupt).some(({ from, to }) => {
    return to - from >= leastOfRound || isAbruptBeside(from - 1) || isAbruptBeside(to)
  })
}

/** Where the samples stay at one value for long enough. */
function runsOf(samplesUv: Float32Array, value: number, least: number) {
  const runs: { readonly from: number; readonly to: number }[] = []
  let from = -1
  for (let index = 0; index <= samplesUv.length; index++) {
    if (samplesUv[index] === value) {
      if (from < 0) from = index
      continue
    }
    if (from >= 0 && index - from >= least) runs.push({ from, to: index })
    from = -1
  }
  return runs
}
