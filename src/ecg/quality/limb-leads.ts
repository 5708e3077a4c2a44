/**
 * whether the limb leads agree (clinical.md A2), sample by sample.
 *
 *   e1 = II − I − III    e3 = aVR + (I + II)/2    e4 = aVL − I + II/2    e5 = aVF − II + I/2
 *
 * Only leads that the device stored can disagree. Constant offsets are taken away, since recorders filter
 * them. A sum that fails alone is its own lead's fault; where several fail, I or II may be wrong as well.
 * The note is a warning: the waves of such leads stand where they stand, only their voltages (wrong gain, as
 * in most of the LUDB headers) or names cannot be trusted.
 */
import type { QualityNote } from '../measure/types'
import type { LeadName } from '../types'
import type { Check, CheckInput } from './check'
import { CONSISTENT_STEPS, CONSISTENT_UV, INCONSISTENT_RMS_UV, INVERTED_CORRELATION, ROUNDING_RMS_UV } from './limits'

type Sum = { readonly lead: LeadName; readonly ofOneAndTwo: (one: number, two: number) => number }

const SUMS: readonly Sum[] = [
  { lead: 'III', ofOneAndTwo: (one, two) => two - one },
  { lead: 'aVR', ofOneAndTwo: (one, two) => -(one + two) / 2 },
  { lead: 'aVL', ofOneAndTwo: (one, two) => one - two / 2 },
  { lead: 'aVF', ofOneAndTwo: (one, two) => two - one / 2 },
]

export const checkLimbLeads: Check = (input) => {
  const compared = SUMS.flatMap((sum) => compare(sum, input))
  const inverted = compared.filter(isInverted)
  const failing = compared.filter((sum) => sum.rmsUv > INCONSISTENT_RMS_UV && !inverted.includes(sum))
  const rounding = compared.filter(
    (sum) => sum.rmsUv > ROUNDING_RMS_UV && sum.largestUv > sum.toleranceUv && !failing.includes(sum),
  )
  return [
    ...inverted.map(invertedNote),
    ...noteOf('warn', blamed(failing, compared), failing, INCONSISTENT_RMS_UV),
    ...noteOf('info', leadsOf(rounding.filter((sum) => !inverted.includes(sum))), rounding, ROUNDING_RMS_UV),
  ]
}

type Compared = {
  readonly lead: LeadName
  readonly rmsUv: number
  readonly largestUv: number
  readonly toleranceUv: number
  readonly correlation: number
}

/** The stored lead against what I and II make of it. */
function compare({ lead: name, ofOneAndTwo }: Sum, { leads, recording }: CheckInput): readonly Compared[] {
  const find = (wanted: LeadName) => recording.leads.find((lead) => lead.name === wanted)?.samplesUv
  const stored = leads.find((lead) => lead.name === name)
  const one = find('I')
  const two = find('II')
  if (!stored || !one || !two) return []
  let count = 0
  let [sumX, sumY, sumXx, sumYy, sumXy] = [0, 0, 0, 0, 0]
  let [lowestUv, highestUv] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < stored.samplesUv.length; index++) {
    const x = stored.samplesUv[index] ?? Number.NaN
    const y = ofOneAndTwo(one[index] ?? Number.NaN, two[index] ?? Number.NaN)
    if (Number.isNaN(x + y)) continue
    count += 1
    sumX += x
    sumY += y
    sumXx += x * x
    sumYy += y * y
    sumXy += x * y
    if (x - y < lowestUv) lowestUv = x - y
    if (x - y > highestUv) highestUv = x - y
  }
  if (count === 0) return []
  const meanUv = (sumX - sumY) / count
  const powerX = sumXx - sumX ** 2 / count
  const powerY = sumYy - sumY ** 2 / count
  const shared = sumXy - (sumX * sumY) / count
  const stepUv = Math.max(0, ...leads.filter((lead) => lead.name === name).map((lead) => lead.stepUv ?? 0))
  return [
    {
      lead: name,
      rmsUv: Math.sqrt(Math.max(0, powerX + powerY - 2 * shared) / count),
      largestUv: Math.max(highestUv - meanUv, meanUv - lowestUv),
      toleranceUv: Math.max(CONSISTENT_UV, CONSISTENT_STEPS * stepUv),
      correlation: powerX > 0 && powerY > 0 ? shared / Math.sqrt(powerX * powerY) : 0,
    },
  ]
}

/** −aVR in the place of aVR (Cabrera), or III with its sign turned; the others have no such custom. */
const isInverted = ({ lead, correlation, rmsUv }: Compared): boolean =>
  (lead === 'aVR' || lead === 'III') && correlation <= -INVERTED_CORRELATION && rmsUv > ROUNDING_RMS_UV

const invertedNote = ({ lead, correlation }: Compared): QualityNote => ({
  reason: lead === 'III' ? 'lead-three-inverted' : 'augmented-lead-inverted',
  severity: 'bad',
  leads: [lead],
  value: correlation,
  limit: -INVERTED_CORRELATION,
})

/** Two sums or more that fail together share only I and II; one that fails alone is its own lead's fault. */
function blamed(failing: readonly Compared[], compared: readonly Compared[]): readonly LeadName[] {
  const areSourcesToBlame = failing.length > 1 || compared.length === 1
  return failing.length > 0 && areSourcesToBlame ? ['I', 'II', ...leadsOf(failing)] : leadsOf(failing)
}

const leadsOf = (compared: readonly Compared[]): readonly LeadName[] => compared.map(({ lead }) => lead)

function noteOf(
  severity: QualityNote['severity'],
  leads: readonly LeadName[],
  sums: readonly Compared[],
  limit: number,
): readonly QualityNote[] {
  if (leads.length === 0) return []
  const value = Math.max(...sums.map(({ rmsUv }) => rmsUv))
  return [{ reason: 'limb-leads-inconsistent', severity, leads, value, limit }]
}
