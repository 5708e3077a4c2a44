'use client'
import { useMemo, useState } from 'react'
import { CALIPER_KINDS, type CaliperKind } from '@/ecg/calipers/caliper'
import { type MarkedBeats, NO_BEATS } from '@/ecg/calipers/snapping'
import type { TraceLayout, Waveform } from '@/ecg/layout/layout-trace'
import { useAnalysis } from '../../analysis/use-analysis'
import { handleId } from './caliper-handles'
import { beatsIn, byMarks, type Paper } from './placing'
import { type CaseMeasuring, useCalipers } from './use-calipers'

/** Measuring on one trace: the chosen tool, the calipers, the marks that they are drawn to. */
export function useMeasuring(measuring: CaseMeasuring, isAnalysed: boolean) {
  const calipers = useCalipers(measuring)
  const [tool, setTool] = useState<CaliperKind | null>(null)
  const [lastTool, setLastTool] = useState<CaliperKind>(CALIPER_KINDS[0])
  const analysis = useAnalysis(isAnalysed ? measuring.recordingId : null)
  const marked = useMemo((): MarkedBeats => analysis ?? NO_BEATS, [analysis])

  const choose = (kind: CaliperKind | null) => {
    setTool(kind)
    if (kind) setLastTool(kind)
  }
  /** With the keyboard: by the marks, in the first beat that has no caliper of this kind yet. */
  const place = (sheet: TraceLayout, samples: Waveform): boolean => {
    if (tool === null) return false
    const paper: Paper = { sheet, samples, marked, pixelMm: 1 / (4 * window.devicePixelRatio) }
    const box = sheet.boxes.findLast((one) => !one.isMissing && one.lead === 'II') ?? sheet.boxes[0]
    if (!box) return false
    const taken = calipers.shown.filter(({ caliper }) => caliper.kind === tool && caliper.lead === box.lead)
    const candidates = [...beatsIn(paper, box), (box.startMs + box.endMs) / 2]
    const caliper = candidates
      .map((nearMs) => byMarks(paper, box, tool, nearMs) ?? plain(paper, box, tool, nearMs))
      .find(
        (one) =>
          one.fromMs >= box.startMs &&
          one.toMs <= box.endMs &&
          !taken.some(({ caliper: other }) => other.fromMs === one.fromMs),
      )
    if (!caliper) return false
    const caliperId = crypto.randomUUID()
    calipers.set(caliperId, caliper)
    requestAnimationFrame(() => document.getElementById(handleId(caliperId, 'to'))?.focus({ preventScroll: true }))
    return true
  }
  return { calipers, tool, choose, toggle: () => choose(tool === null ? lastTool : null), marked, analysis, place }
}

export type Measuring = ReturnType<typeof useMeasuring>

const PLAIN_MS = 400

/** Where nothing was marked: something to take hold of. */
function plain(paper: Paper, box: TraceLayout['boxes'][number], kind: CaliperKind, nearMs: number) {
  const { errorMs, errorUv } = { errorMs: 1000 / paper.samples.sampleRateHz, errorUv: 25 }
  const isAmplitude = kind === 'amplitude'
  return {
    kind,
    lead: box.lead,
    fromMs: Math.round(nearMs - PLAIN_MS / 2),
    toMs: Math.round(nearMs + PLAIN_MS / 2),
    fromUv: isAmplitude ? box.baselineUv : null,
    toUv: isAmplitude ? box.baselineUv + 500 : null,
    rrMs: null,
    errorMs,
    errorUv,
    picture: null,
  }
}
