'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { BEAT_SCALE, layoutBeat } from '@/ecg/layout/layout-beat'
import { type AnalysisJson, analysisFromJson } from '@/ecg/measure/analysis-json'
import { LEAD_NAMES, type LeadName } from '@/ecg/types'
import { classNames } from '../kit/class-names'
import { Panel } from '../kit/panel'
import { BeatMarks } from './beat-marks'
import { PaperSheet } from './paper-sheet'

/** The usual beat of every lead over the other, with the limits of its waves, J and J + 60 ms. */
export function UsualBeat({ analysis }: { readonly analysis: AnalysisJson }) {
  const t = useTranslations('trace.beat')
  const beat = useMemo(() => analysisFromJson(analysis).representative, [analysis])
  const [chosen, setChosen] = useState<LeadName | null>(null)
  const layout = useMemo(() => beat && layoutBeat(beat, LEAD_NAMES, BEAT_SCALE), [beat])
  if (!beat || !layout)
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">{t('none')}</p>
      </Panel>
    )
  const { widthMm, heightMm, lines } = layout
  return (
    <Panel
      title={t('title')}
      note={t('of', { count: beat.beatCount })}
      aside={t('scale', { speed: BEAT_SCALE.mmPerSecond, gain: BEAT_SCALE.mmPerMv })}
    >
      <div className="flex flex-wrap gap-3">
        <div className="max-w-full overflow-x-auto">
          <PaperSheet
            widthMm={widthMm}
            heightMm={heightMm}
            label={t('label', { leads: lines.map(({ lead }) => lead).join(', ') })}
          >
            <BeatMarks layout={layout} marks={beat.marks} />
            <g fill="none" strokeLinejoin="round" className="stroke-(--trace)">
              {lines.map(({ lead, pathD }) => (
                <path
                  key={lead}
                  d={pathD}
                  strokeWidth={lead === chosen ? 0.5 : 0.28}
                  opacity={chosen === null || lead === chosen ? 1 : 0.22}
                />
              ))}
            </g>
          </PaperSheet>
        </div>
        <fieldset aria-label={t('leads')} className="flex max-w-40 flex-wrap content-start gap-1">
          {lines.map(({ lead }) => (
            <button
              key={lead}
              type="button"
              aria-pressed={lead === chosen}
              onClick={() => setChosen(lead === chosen ? null : lead)}
              className={classNames(
                'min-h-[26px] min-w-11 rounded-1 border px-1.5 text-12 font-medium max-md:min-h-11',
                lead === chosen ? 'border-ink bg-surface-3 font-semi' : 'border-line text-ink-2',
              )}
            >
              {lead}
            </button>
          ))}
        </fieldset>
      </div>
    </Panel>
  )
}
