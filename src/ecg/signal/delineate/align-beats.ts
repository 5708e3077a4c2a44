/**
 * Beats of one shape, brought to the same instant to a fraction of a sample's neighbour: averaging
 * them lowers the noise by the root of their number, and what is marked on the average is marked
 * alike on all of them.
 */
import type { DelineationLead } from './types'

export type BeatGroup = {
  /** Indices into the R peaks. */
  readonly members: readonly number[]
  /** Sample of the common fiducial of each member. */
  readonly fiducials: readonly number[]
}

const HALF_WINDOW_MS = 60
const MAX_SHIFT_MS = 40
const SAME_SHAPE = 0.9

type Template = { members: number[]; fiducials: number[]; shape: Float64Array }

/** Groups in order of size, the largest first. */
export function groupBeats(
  leads: readonly DelineationLead[],
  rIndices: readonly number[],
  sampleRateHz: number,
): readonly BeatGroup[] {
  const half = Math.round((HALF_WINDOW_MS * sampleRateHz) / 1000)
  const shift = Math.round((MAX_SHIFT_MS * sampleRateHz) / 1000)
  const step = Math.max(1, Math.round(sampleRateHz / 250))
  const templates: Template[] = []
  rIndices.forEach((rIndex, member) => {
    const found = bestTemplate(templates, leads, rIndex, { half, shift, step })
    if (found && found.correlation >= SAME_SHAPE) {
      found.template.members.push(member)
      found.template.fiducials.push(found.fiducial)
      blend(found.template, shapeAt(leads, found.fiducial, half, step))
    } else {
      templates.push({ members: [member], fiducials: [rIndex], shape: shapeAt(leads, rIndex, half, step) })
    }
  })
  return templates.toSorted((one, other) => other.members.length - one.members.length)
}

type Grid = { readonly half: number; readonly shift: number; readonly step: number }

function bestTemplate(
  templates: readonly Template[],
  leads: readonly DelineationLead[],
  rIndex: number,
  { half, shift, step }: Grid,
) {
  let best: { template: Template; correlation: number; fiducial: number } | null = null
  const shape = new Float64Array(templates[0]?.shape.length ?? 0)
  for (let offset = -shift; offset <= shift; offset++) {
    if (templates.length === 0) break
    fillShape(shape, leads, rIndex + offset, half, step)
    for (const template of templates) {
      const correlation = dot(template.shape, shape)
      if (!best || correlation > best.correlation) best = { template, correlation, fiducial: rIndex + offset }
    }
  }
  return best
}

function shapeAt(leads: readonly DelineationLead[], center: number, half: number, step: number): Float64Array {
  const shape = new Float64Array((Math.floor((2 * half) / step) + 1) * leads.length)
  fillShape(shape, leads, center, half, step)
  return shape
}

/** Slopes of all leads around an instant as one vector of length one: no baseline, no gain in it. */
function fillShape(
  shape: Float64Array,
  leads: readonly DelineationLead[],
  center: number,
  half: number,
  step: number,
): void {
  const perLead = Math.floor((2 * half) / step) + 1
  let energy = 0
  let at = 0
  for (const { stUv } of leads) {
    for (let index = 0; index < perLead; index++) {
      const position = center - half + index * step
      const slope = (stUv[position + step] ?? 0) - (stUv[position - step] ?? 0)
      const value = Number.isFinite(slope) ? slope : 0
      shape[at++] = value
      energy += value * value
    }
  }
  const scale = energy > 0 ? 1 / Math.sqrt(energy) : 0
  for (let index = 0; index < shape.length; index++) shape[index] = (shape[index] ?? 0) * scale
}

function blend(template: Template, shape: Float64Array): void {
  const count = template.members.length
  const mixed = template.shape.map((value, index) => value * (count - 1) + (shape[index] ?? 0))
  const norm = Math.sqrt(dot(mixed, mixed)) || 1
  template.shape = mixed.map((value) => value / norm)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
