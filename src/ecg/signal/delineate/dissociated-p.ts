/**
 * P waves without a fixed relation to QRS: Wenckebach periods, complete block, an atrium beating alone.
 *
 * Between T and QRS every bump is a candidate. The highest ones are tried as the shape of P; a shape
 * is believed only when the places where it is met fit one atrial interval, wherever the trace is free
 * enough to see it. f waves are met everywhere and fit none. Positions in steps of the grid.
 */

import { median } from '../../median'
import {
  type AtrialView,
  bumpAt,
  HALF_SHAPE,
  matchAt,
  type Shape,
  STEP_MS,
  shapeAt,
  suffices,
  usualShape,
} from './atrial-view'
import type { FoundP } from './p-search'
import type { VentricularBeat } from './steady-p'

/** Where P could be seen: from the end of T to QRS onset. */
type Stretch = { readonly from: number; readonly to: number; readonly last: number; readonly beat: number | null }

const LEAST_HEIGHT_UV = 12
const ALIKE = { correlation: 0.8, gain: 0.5 }
const LEAST_PP = Math.round(360 / STEP_MS)
const LONGEST_PP = Math.round(1600 / STEP_MS)
/** An atrium keeps its interval within this. */
const TOLERANCE = Math.round(64 / STEP_MS)
const LEAST_WAVES = 4
const LEAST_FITTING = 0.85
const LEAST_SEEN = 0.8
const LOCKED_WITHIN = Math.round(32 / STEP_MS)
const LOCKED_SHARE = 0.7
const CONDUCTED_PR = { from: Math.round(60 / STEP_MS), to: Math.round(480 / STEP_MS) }
/** A ventricle that beats this regularly, whatever P does, beats by itself. */
const OWN_RHYTHM_CV = 0.05

export function findDissociatedP(view: AtrialView, beats: readonly VentricularBeat[]): readonly FoundP[] {
  const stretches = stretchesOf(view, beats)
  const seeds = stretches.flatMap((stretch) => highestBump(view, stretch) ?? [])
  const heights = seeds.map(({ bump }) => bump)
  if ((median(heights) ?? 0) < LEAST_HEIGHT_UV) return []
  const shape = shapeOfSeeds(view, seeds)
  const places = stretches.flatMap((stretch) => placesIn(view, shape, stretch))
  if (places.length < LEAST_WAVES) return []
  const interval = atrialInterval(
    places.map(({ at }) => at),
    stretches,
  )
  return interval === null || isLocked(places, beats) ? [] : led(places, beats)
}

function stretchesOf({ length }: AtrialView, beats: readonly VentricularBeat[]): readonly Stretch[] {
  const margin = Math.round(32 / STEP_MS)
  const between = beats.map(({ freeFrom, qrsOnset }, beat): Stretch => {
    return { from: Math.max(HALF_SHAPE, freeFrom + margin), to: qrsOnset - margin, last: qrsOnset - 1, beat }
  })
  const whole =
    beats.length === 0 ? [{ from: HALF_SHAPE, to: length - HALF_SHAPE, last: length - 1, beat: null }] : between
  return whole.filter(({ from, to }) => to > from)
}

type Seed = { readonly at: number; readonly last: number; readonly bump: number }

function highestBump(view: AtrialView, { from, to, last }: Stretch): Seed | null {
  let best: Seed | null = null
  for (let at = from; at <= to; at++) {
    const bump = bumpAt(view.leads, at, last)
    if (bump > (best?.bump ?? 0)) best = { at, last, bump }
  }
  return best
}

/** The bump that most others resemble, and those together. */
function shapeOfSeeds(view: AtrialView, seeds: readonly Seed[]): Shape {
  const shapes = seeds.map(({ at, last }) => shapeAt(view, at, last))
  const company = shapes.map((shape) => seeds.filter(({ at, last }) => suffices(matchAt(view, shape, at, last), ALIKE)))
  const best = company.reduce((most, friends) => (friends.length > most.length ? friends : most), [])
  const length = Math.min(...best.map(({ at, last }) => last - at + HALF_SHAPE + 1), 2 * HALF_SHAPE + 1)
  return usualShape(best.map(({ at }) => shapeAt(view, at, at - HALF_SHAPE + length - 1)))
}

type Place = { readonly at: number; readonly beat: number | null }

/** Every top of likeness in the stretch, far enough from each other. */
function placesIn(view: AtrialView, shape: Shape, { from, to, last, beat }: Stretch): readonly Place[] {
  const matches = Array.from({ length: to - from + 1 }, (_, step) => matchAt(view, shape, from + step, last))
  const alike = matches.filter((match) => suffices(match, ALIKE))
  const places: Place[] = []
  for (const { at } of alike.toSorted((one, other) => other.correlation - one.correlation)) {
    if (places.every((place) => Math.abs(place.at - at) > LEAST_PP / 2)) places.push({ at, beat })
  }
  return places.sort((one, other) => one.at - other.at)
}

/** The interval that nearly all places fit and at which nearly every visible P is seen; null when there is none. */
function atrialInterval(at: readonly number[], stretches: readonly Stretch[]): number | null {
  const first = at[0] ?? 0
  for (let interval = LONGEST_PP; interval >= LEAST_PP; interval--) {
    if (fits(at, first, interval, stretches)) return interval
  }
  return null
}

/** Steps from P to P, each time from where the last one really was. */
function fits(at: readonly number[], first: number, interval: number, stretches: readonly Stretch[]): boolean {
  const end = at.at(-1) ?? first
  let fitting = 1
  let visible = 1
  for (let expected = first + interval; expected <= end + TOLERANCE; ) {
    const near = at.find((place) => Math.abs(place - expected) <= TOLERANCE)
    const isVisible = stretches.some(({ from, to }) => expected >= from + TOLERANCE && expected <= to - TOLERANCE)
    if (near !== undefined) fitting += 1
    if (near !== undefined || isVisible) visible += 1
    expected = (near ?? expected) + interval
  }
  return fitting >= LEAST_FITTING * at.length && fitting >= LEAST_SEEN * visible
}

/** One wave before each beat at one distance: a steady P, and as such it was refused. */
function isLocked(places: readonly Place[], beats: readonly VentricularBeat[]): boolean {
  const distances = places.flatMap(({ at, beat }) => (beat === null ? [] : [(beats[beat]?.qrsOnset ?? at) - at]))
  const usual = median(distances) ?? 0
  const near = distances.filter((distance) => Math.abs(distance - usual) <= LOCKED_WITHIN)
  return near.length > LOCKED_SHARE * places.length
}

/** The last P before each beat led to it, unless the ventricles keep a rhythm of their own. */
function led(places: readonly Place[], beats: readonly VentricularBeat[]): readonly FoundP[] {
  const intervals = beats.slice(1).map(({ qrsOnset }, index) => qrsOnset - (beats[index]?.qrsOnset ?? 0))
  const mean = intervals.reduce((sum, interval) => sum + interval, 0) / Math.max(1, intervals.length)
  const spread = Math.sqrt(
    intervals.reduce((sum, interval) => sum + (interval - mean) ** 2, 0) / Math.max(1, intervals.length),
  )
  const isOwnRhythm = spread < OWN_RHYTHM_CV * mean
  return places.map(({ at, beat }, index) => {
    const pr = (beats[beat ?? -1]?.qrsOnset ?? Infinity) - at
    const isLast = places[index + 1]?.beat !== beat
    const isLeading = isLast && !isOwnRhythm && pr >= CONDUCTED_PR.from && pr <= CONDUCTED_PR.to
    return { at, beat: isLeading ? beat : null, isOwnShape: false }
  })
}
