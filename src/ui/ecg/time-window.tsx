'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { Button } from '../kit/button'

const STEP_MS = 2500

/** Which ten seconds of a longer recording are on the paper. Nothing for one of ten seconds. */
export function TimeWindow({
  durationMs,
  offsetMs,
  onChange,
}: {
  readonly durationMs: number
  readonly offsetMs: number
  readonly onChange: (offsetMs: number) => void
}) {
  const t = useTranslations('trace')
  const id = useId()
  const lastMs = Math.ceil((durationMs - SHOWN_MS) / STEP_MS) * STEP_MS
  if (lastMs <= 0) return null
  const move = (toMs: number) => onChange(Math.min(lastMs, Math.max(0, toMs)))
  const shown = t('window.shown', {
    from: offsetMs / 1000,
    to: Math.min(durationMs, offsetMs + SHOWN_MS) / 1000,
    whole: durationMs / 1000,
  })
  return (
    <div className="mt-2 flex max-w-[calc(var(--mm)*262)] items-center gap-2 max-md:px-(--gutter)">
      <Button
        size="sm"
        disabled={offsetMs === 0}
        onClick={() => move(offsetMs - SHOWN_MS)}
        aria-label={t('window.back')}
      >
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <input
        id={id}
        type="range"
        min={0}
        max={lastMs}
        step={STEP_MS}
        value={offsetMs}
        onChange={(event) => move(Number(event.target.value))}
        aria-label={t('window.slider')}
        aria-valuetext={shown}
        className="h-8 min-w-0 flex-1 accent-(--accent)"
      />
      <Button
        size="sm"
        disabled={offsetMs >= lastMs}
        onClick={() => move(offsetMs + SHOWN_MS)}
        aria-label={t('window.next')}
      >
        <ChevronRight size={16} aria-hidden />
      </Button>
      <output htmlFor={id} className="min-w-28 text-right text-12 text-ink-2">
        {shown}
      </output>
    </div>
  )
}
