'use client'
import { useState } from 'react'
import type { CaliperKind, PictureScale } from '@/ecg/calipers/caliper'
import { type Known, type Line, pictureCaliper, scaleOf } from '@/ecg/calipers/picture-scale'
import { type CaseMeasuring, useCalipers } from '../calipers/use-calipers'

export const PICTURE_KINDS = ['time', 'rr', 'pr', 'qrs', 'qt', 'amplitude'] as const satisfies readonly CaliperKind[]
/** What is found on every ECG paper: a large box, the pulse or two boxes, a second, two seconds. */
export const KNOWN_MM = [5, 10, 25, 50] as const

const USUAL: Known = { knownMm: 10, mmPerSecond: 25, mmPerMv: 10 }

/** Measuring on one picture: first its scale, then calipers. Null for `tool` means that nobody measures. */
export function usePictureMeasuring(measuring: CaseMeasuring, quarterTurns: number) {
  const calipers = useCalipers(measuring)
  const [tool, setTool] = useState<CaliperKind | null>(null)
  const [known, setKnown] = useState(USUAL)
  const [scaleLine, setScaleLine] = useState<Line | null>(null)
  const [isGridShown, setIsGridShown] = useState(false)
  /** Undefined while nobody has set or dropped one here: then that of the newest caliper on this picture counts. */
  const [own, setOwn] = useState<PictureScale | null>()
  const kept = calipers.shown.findLast(({ caliper }) => caliper.picture)?.caliper.picture?.scale ?? null
  const scale = own === undefined ? kept : own
  const found = scaleLine && scaleOf(scaleLine, known)

  /** A line that somebody drew: the scale while there is none, a caliper from then on. */
  const draw = (caliperId: string, line: Line, screenPx: number, kind: CaliperKind | null = tool) => {
    if (!scale || !kind) return setScaleLine(line)
    const lastRr = calipers.shown.findLast(({ caliper }) => caliper.kind === 'rr' && caliper.picture)?.caliper
    const rrMs = lastRr ? Math.min(10_000, Math.max(100, lastRr.toMs)) : null
    calipers.set(caliperId, pictureCaliper({ kind, ...line, scale, screenPx, quarterTurns, rrMs }))
  }
  return {
    ...{ calipers, tool, setTool, known, setKnown, scaleLine, scale, draw },
    isScaling: tool !== null && scale === null,
    toggle: () => setTool(tool === null ? 'time' : null),
    /** Null where the two places are one. */
    canKeepScale: found !== null,
    keepScale: () => setOwn(found),
    forgetScale: () => setOwn(null),
    isGridShown: isGridShown && scale !== null,
    toggleGrid: () => setIsGridShown(!isGridShown),
  }
}

export type PictureMeasuring = ReturnType<typeof usePictureMeasuring>
