'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { layoutBeat } from '@/ecg/layout/layout-beat'
import { STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { type AnalysisJson, analysisFromJson } from '@/ecg/measure/analysis-json'
import type { RepresentativeBeat } from '@/ecg/measure/types'
import { LEAD_NAMES, type LeadName } from '@/ecg/types'
import { PaperSheet } from '../paper-sheet'

const FARTHEST_MS = 100
const SHIFT_STEP_MS = 2
const LABEL_MM = 3.1

/** Lead by lead the usual beats of both, R on R; the slider moves the other one. */
export function OverlaidBeats({
  current,
  earlier,
}: {
  readonly current: AnalysisJson | null
  readonly earlier: AnalysisJson | null
}) {
  const t = useTranslations('trace.compare')
  const [shiftMs, setShiftMs] = useState(0)
  const [now, then] = useMemo(() => [beatOf(current), beatOf(earlier)], [current, earlier])
  if (!current || !earlier) return <p className="text-ink-2">{t('loading')}</p>
  if (!now || !then) return <p className="text-ink-2">{t('noBeat')}</p>
  const leads = LEAD_NAMES.filter((lead) => now.leads[lead] && then.leads[lead])
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2 text-12">
        <input
          type="range"
          min={-FARTHEST_MS}
          max={FARTHEST_MS}
          step={SHIFT_STEP_MS}
          value={shiftMs}
          onChange={(event) => setShiftMs(Number(event.target.value))}
          aria-label={t('shift')}
          aria-valuetext={t('shiftOf', { ms: shiftMs })}
          className="h-8 w-52 max-w-full accent-(--accent)"
        />
        <output className="w-16">{t('shiftOf', { ms: shiftMs })}</output>
        <span className="text-ink-3">{t('legend')}</span>
      </div>
      <div className="flex flex-wrap gap-1">
        {leads.map((lead) => (
          <OverlaidLead key={lead} {...{ lead, now, then, shiftMs }} />
        ))}
      </div>
    </div>
  )
}

function OverlaidLead({
  lead,
  now,
  then,
  shiftMs,
}: {
  readonly lead: LeadName
  readonly now: RepresentativeBeat
  readonly then: RepresentativeBeat
  readonly shiftMs: number
}) {
  const t = useTranslations('trace.compare')
  const rOf = ({ rIndex, sampleRateHz }: RepresentativeBeat) => (rIndex / sampleRateHz) * 1000
  const onTopMs = rOf(now) - rOf(then) + shiftMs
  const upper = layoutBeat(now, [lead], STANDARD_SCALE)
  const lower = layoutBeat(then, [lead], STANDARD_SCALE, onTopMs)
  const baselineMm = Math.max(upper.baselineMm, lower.baselineMm)
  const belowMm = Math.max(upper.heightMm - upper.baselineMm, lower.heightMm - lower.baselineMm)
  return (
    <PaperSheet
      widthMm={upper.widthMm}
      heightMm={baselineMm + belowMm}
      label={t('leadLabel', { lead })}
      className="rounded-1 shadow-[0_0_0_1px_var(--paper-edge)]"
    >
      <text x="1.2" y="4" fontSize={LABEL_MM} className="fill-(--paper-label) font-semi">
        {lead}
      </text>
      <g fill="none" strokeWidth=".32" strokeLinejoin="round">
        {[
          { layout: lower, look: 'stroke-(--trace-prev)' },
          { layout: upper, look: 'stroke-(--trace)' },
        ].map(({ layout, look }) => (
          <path
            key={look}
            d={layout.lines[0]?.pathD}
            transform={`translate(0 ${baselineMm - layout.baselineMm})`}
            className={look}
          />
        ))}
      </g>
    </PaperSheet>
  )
}

function beatOf(analysis: AnalysisJson | null): RepresentativeBeat | null {
  return analysis && analysisFromJson(analysis).representative
}
