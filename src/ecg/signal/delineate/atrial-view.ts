/**
 * The trace as the search for P sees it: smoothed, on a coarse grid, several leads at once.
 *
 * A P wave is recognised by its shape over all leads together, each lead without the straight line
 * under it: f waves agree in one lead by chance, never in twelve. Microvolts; positions are in steps
 * of the grid, and no sample from QRS onset on is looked at.
 */
import { medianOfFirst } from '../../median'
import { smooth } from './slopes'
import type { DelineationLead } from './types'

export const STEP_MS = 8
const SMOOTHING_MS = 18
/** Half of what is compared: a P wave with its feet. */
export const HALF_SHAPE = 9

export type AtrialView = { readonly leads: readonly Float64Array[]; readonly length: number }

/** Lead by lead, from `HALF_SHAPE` steps before the middle of P to as many after it, or to QRS onset. */
export type Shape = readonly Float64Array[]

export type Match = { readonly at: number; readonly correlation: number; readonly gain: number }

export function atrialView(leads: readonly DelineationLead[], sampleRateHz: number): AtrialView {
  const samplesPerStep = (STEP_MS * sampleRateHz) / 1000
  const length = Math.floor((leads[0]?.stUv.length ?? 0) / samplesPerStep)
  const width = Math.round((SMOOTHING_MS * sampleRateHz) / 1000) | 1
  return {
    length,
    leads: leads.map(({ stUv }) => {
      const smoothed = smooth(stUv, width)
      return Float64Array.from({ length }, (_, step) => finite(smoothed[Math.round(step * samplesPerStep)]))
    }),
  }
}

export function shapeAt({ leads }: AtrialView, at: number, last: number): Shape {
  const from = at - HALF_SHAPE
  const length = Math.max(0, Math.min(2 * HALF_SHAPE + 1, last - from + 1))
  return leads.map((lead) => Float64Array.from({ length }, (_, step) => lead[from + step] ?? 0))
}

/** Step by step the median of the shapes. */
export function usualShape(shapes: readonly Shape[]): Shape {
  const first = shapes[0] ?? []
  const values = new Float64Array(shapes.length)
  return first.map((samples, lead) => {
    const usual = new Float64Array(samples.length)
    for (let step = 0; step < samples.length; step++) {
      let count = 0
      for (const shape of shapes) values[count++] = shape[lead]?.[step] ?? 0
      usual[step] = medianOfFirst(values, count)
    }
    return usual
  })
}

/** How alike the trace around `at` is to the shape; the part after `last` is left out of both. */
export function matchAt(view: AtrialView, shape: Shape, at: number, last: number): Match {
  const from = at - HALF_SHAPE
  const count = Math.min(shape[0]?.length ?? 0, last - from + 1)
  if (from < 0 || count < HALF_SHAPE + 4 || from + count > view.length) return { at, correlation: 0, gain: 0 }
  let [cross, own, other] = [0, 0, 0]
  view.leads.forEach((lead, index) => {
    const template = shape[index] ?? lead
    const lineOf = (values: Float64Array, start: number) => {
      const left = ((values[start] ?? 0) + (values[start + 1] ?? 0)) / 2
      const right = ((values[start + count - 1] ?? 0) + (values[start + count - 2] ?? 0)) / 2
      return { left, rise: (right - left) / (count - 2) }
    }
    const here = lineOf(lead, from)
    const there = lineOf(template, 0)
    for (let step = 0; step < count; step++) {
      const value = (lead[from + step] ?? 0) - here.left - here.rise * (step - 0.5)
      const expected = (template[step] ?? 0) - there.left - there.rise * (step - 0.5)
      cross += value * expected
      own += value * value
      other += expected * expected
    }
  })
  return { at, correlation: cross / Math.sqrt(own * other + 1e-9), gain: cross / (other + 1e-9) }
}

export function bestMatch(view: AtrialView, shape: Shape, from: number, to: number, last: number): Match {
  let best: Match = { at: from, correlation: 0, gain: 0 }
  for (let at = from; at <= to; at++) {
    const match = matchAt(view, shape, at, last)
    if (match.correlation > best.correlation) best = match
  }
  return best
}

/** Alike enough and neither much lower nor much higher. */
export function suffices(match: Match, least: { readonly correlation: number; readonly gain: number }): boolean {
  return match.correlation >= least.correlation && match.gain >= least.gain && match.gain <= 1 / least.gain
}

/** Between the steps: the top of the parabola through the match and its neighbours. */
export function refinedAt(view: AtrialView, shape: Shape, at: number, last: number): number {
  const [before, here, after] = [-1, 0, 1].map((step) => matchAt(view, shape, at + step, last).correlation)
  const bend = (before ?? 0) + (after ?? 0) - 2 * (here ?? 0)
  const shift = bend < 0 ? ((before ?? 0) - (after ?? 0)) / (2 * bend) : 0
  return at + Math.max(-0.5, Math.min(0.5, shift))
}

/** Where the feet of a bump may be: P may stand close to the T before it. */
const FEET = [5, 7, HALF_SHAPE]

/**
 * Height of a bump over the nearer of its feet, root mean square over the leads: the tail of a T wave
 * bends too, but has no foot before it.
 */
export function bumpAt(leads: readonly Float64Array[], at: number, last: number): number {
  return Math.max(...FEET.map((reach) => heightOver(leads, at, last, reach)))
}

export function heightOver(leads: readonly Float64Array[], at: number, last: number, reach: number): number {
  let sum = 0
  for (const lead of leads) {
    const overLeft = (lead[at] ?? 0) - (lead[at - reach] ?? 0)
    const overRight = (lead[at] ?? 0) - (lead[Math.min(at + reach, last)] ?? 0)
    if (overLeft * overRight > 0) sum += Math.min(Math.abs(overLeft), Math.abs(overRight)) ** 2
  }
  return Math.sqrt(sum / Math.max(1, leads.length))
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0
}
