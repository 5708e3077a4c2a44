/** How a recording is cut into EDF data records, and how its voltages are scaled into header fields of eight characters. */
import { type CountedLead, HIGHEST_COUNT } from '../counts'

const MOST_RECORD_BYTES = 61_440
const SAMPLE_BYTES = 2
const FIELD_CHARACTERS = 8
const LOWEST_COUNT = -32_768
const NEARLY = 1e-12
const EXACTLY_UV = 1e-9
/** Less than a sample of some millivolts is rounded by as a 32-bit float. */
const NEARLY_UV = 5e-4
const MOST_TRIES = 5000

export type RecordPlan = {
  readonly samplesPerRecord: number
  readonly recordCount: number
  readonly durationText: string
}

export type SignalRange = {
  readonly physicalMinimum: string
  readonly physicalMaximum: string
  readonly digitalMinimum: number
  readonly digitalMaximum: number
}

/**
 * Records are whole, so their length divides the number of samples. Of the lengths that fit in a record the one
 * whose duration is nearest to the truth in eight characters; of several the longest up to a second, else the shortest.
 */
export function planRecords(sampleCount: number, leadCount: number, sampleRateHz: number): RecordPlan {
  const most = Math.max(1, Math.floor(MOST_RECORD_BYTES / SAMPLE_BYTES / leadCount))
  const plans = divisorsOf(sampleCount)
    .filter((length) => length <= most)
    .map((samplesPerRecord) => {
      const durationText = numberText(samplesPerRecord / sampleRateHz)
      const errorShare = Math.abs((Number(durationText) * sampleRateHz) / samplesPerRecord - 1)
      const seconds = samplesPerRecord / sampleRateHz
      return { samplesPerRecord, recordCount: sampleCount / samplesPerRecord, durationText, errorShare, seconds }
    })
  const least = Math.min(...plans.map(({ errorShare }) => errorShare))
  const best = plans.filter(({ errorShare }) => errorShare <= least + NEARLY)
  const upToSecond = best.filter(({ seconds }) => seconds <= 1)
  const { samplesPerRecord, recordCount, durationText } = upToSecond.at(-1) ?? best[0] ?? FALLBACK
  return { samplesPerRecord, recordCount, durationText }
}

const FALLBACK: RecordPlan = { samplesPerRecord: 1, recordCount: 0, durationText: '1' }

/** The widest range whose ends eight characters say exactly, or nearly; where there is none, the whole range. */
export function rangeOf({ counts, stepUv, offsetUv }: CountedLead): SignalRange {
  const voltageUv = (count: number) => offsetUv + count * stepUv
  const lowest = counts.reduce((least, count) => Math.min(least, count), 0)
  const highest = counts.reduce((most, count) => Math.max(most, count), 0)
  const isSaid = (withinUv: number) => (count: number) =>
    Math.abs(Number(numberText(voltageUv(count))) - voltageUv(count)) <= withinUv
  const endBetween = (widest: number, needed: number) =>
    firstBetween(widest, needed, isSaid(EXACTLY_UV)) ?? firstBetween(widest, needed, isSaid(NEARLY_UV)) ?? widest
  const digitalMinimum = endBetween(LOWEST_COUNT, lowest)
  const digitalMaximum = endBetween(HIGHEST_COUNT, highest)
  return {
    physicalMinimum: numberText(voltageUv(digitalMinimum)),
    physicalMaximum: numberText(voltageUv(digitalMaximum)),
    digitalMinimum,
    digitalMaximum,
  }
}

/** The first whole number on the way from one to the other that fits; not further than is worth the search. */
function firstBetween(from: number, to: number, fits: (value: number) => boolean): number | null {
  const direction = Math.sign(to - from)
  const steps = Math.min(Math.abs(to - from), MOST_TRIES)
  for (let step = 0; step <= steps; step++) if (fits(from + direction * step)) return from + direction * step
  return null
}

/** As many digits as eight characters hold; never with an exponent, which the format does not know. */
function numberText(value: number): string {
  for (let decimals = FIELD_CHARACTERS; decimals >= 0; decimals--) {
    const text = String(Number(value.toFixed(decimals)))
    if (text.length <= FIELD_CHARACTERS && !text.includes('e')) return text
  }
  return value.toFixed(0)
}

function divisorsOf(count: number): number[] {
  const small = []
  for (let divisor = 1; divisor * divisor <= count; divisor++) if (count % divisor === 0) small.push(divisor)
  const large = small.map((divisor) => count / divisor)
  return [...new Set([...small, ...large])].sort((a, b) => a - b)
}
