'use client'
import { useMemo } from 'react'
import { filtered } from '@/ecg/layout/display-filter'
import { layoutTrace } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import type { Samples } from '@/ecg/samples-codec'
import type { Span } from '../analysis/mark-spans'
import { PaperTrace } from './paper-trace'
import { RowLabels } from './row-labels'
import type { ViewerSettings } from './viewer-settings'

type Props = {
  readonly samples: Samples
  readonly isSynthetic: boolean
  readonly layoutId: LayoutId
  readonly settings: ViewerSettings
  readonly offsetMs: number
  readonly isNarrow: boolean
  readonly spans: readonly Span[] | undefined
}

const NO_SPANS: readonly Span[] = []

/** The samples on paper, with what lies over and under the line. */
export function LoadedPaper({ samples, isSynthetic, layoutId, settings, offsetMs, isNarrow, spans = NO_SPANS }: Props) {
  const { scale, zoom, filter, lead } = settings
  const waveform = useMemo(() => filtered(samples, filter), [samples, filter])
  const sheet = useMemo(
    () => layoutTrace(waveform, layoutId, scale, { offsetMs, lead }),
    [waveform, layoutId, scale, offsetMs, lead],
  )
  return (
    <div className="grid w-max" data-loaded>
      <PaperTrace
        sheet={sheet}
        isSynthetic={isSynthetic}
        zoom={zoom}
        filter={filter}
        hasLabels={!isNarrow}
        shaded={{ samples: waveform, spans }}
        className="col-start-1 row-start-1"
      />
      {isNarrow && <RowLabels sheet={sheet} isSynthetic={isSynthetic} zoom={zoom} />}
    </div>
  )
}
