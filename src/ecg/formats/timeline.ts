/** Leads that were recorded in stretches, one after the other or with pauses: what no stretch covers stays missing. */
import { type Channel, checkSize } from '../assemble-recording'
import type { LeadName } from '../types'

/** Samples of one signal, the first of them at `startIndex` of a common time line that may begin anywhere. */
export type Stretch = Channel & { readonly startIndex: number }

type Placed = { readonly startIndex: number; readonly endIndex: number }
type Line = {
  readonly samplesUv: Float32Array
  stepUv: number | undefined
  readonly placed: Placed[]
  /** Of the last sample that is placed; stretches come in order as a rule. */
  endIndex: number
}

/** One channel a lead, all of the whole time. Of two stretches of a lead at the same time the first is taken. */
export function joinStretches(
  formatId: string,
  stretches: readonly Stretch[],
  sampleRateHz: number,
  warnings: string[],
): readonly Channel[] {
  const ofLeads = stretches.filter(({ name, samplesUv }) => name !== null && samplesUv.length > 0)
  const unknown = stretches.filter(({ name }) => name === null)
  const from = ofLeads.reduce((first, { startIndex }) => Math.min(first, startIndex), Number.POSITIVE_INFINITY)
  const to = ofLeads.reduce((last, stretch) => Math.max(last, endOf(stretch)), Number.NEGATIVE_INFINITY)
  if (ofLeads.length === 0) return unknown
  checkSize(formatId, new Set(ofLeads.map(({ name }) => name)).size, to - from, sampleRateHz)
  const lines = new Map<LeadName, Line>()
  const twice = ofLeads.filter((stretch) => stretch.name && !place(lines, stretch.name, stretch, { from, to }))
  if (twice.length > 0) {
    const names = [...new Set(twice.map(({ name }) => name))].join(', ')
    warnings.push(`Leads are in the file twice for the same time, the first is shown: ${names}.`)
  }
  return [...unknown, ...Array.from(lines, ([name, line]) => channelOf(name, line))]
}

/** False where the lead has samples at that time already. */
function place(
  lines: Map<LeadName, Line>,
  name: LeadName,
  stretch: Stretch,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const { startIndex, samplesUv, stepUv } = stretch
  const endIndex = endOf(stretch)
  const line = lines.get(name)
  if (!line) {
    const isWhole = startIndex === from && endIndex === to
    const whole = isWhole ? samplesUv : new Float32Array(to - from).fill(Number.NaN)
    if (!isWhole) whole.set(samplesUv, startIndex - from)
    lines.set(name, { samplesUv: whole, stepUv, placed: [{ startIndex, endIndex }], endIndex })
    return true
  }
  const isLast = startIndex >= line.endIndex
  if (!isLast && line.placed.some((other) => startIndex < other.endIndex && other.startIndex < endIndex)) return false
  line.samplesUv.set(samplesUv, startIndex - from)
  line.placed.push({ startIndex, endIndex })
  line.endIndex = Math.max(line.endIndex, endIndex)
  if (line.stepUv !== stepUv) line.stepUv = undefined
  return true
}

function endOf({ startIndex, samplesUv }: Stretch): number {
  return startIndex + samplesUv.length
}

function channelOf(name: LeadName, { samplesUv, stepUv }: Line): Channel {
  return { name, samplesUv, ...(stepUv === undefined ? {} : { stepUv }) }
}
