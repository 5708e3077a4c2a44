'use client'
import { type RefObject, useEffect, useMemo } from 'react'
import type { SwapView } from '@/cases/api/assessment-views'
import { filtered } from '@/ecg/layout/display-filter'
import { layoutTrace } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import type { Samples } from '@/ecg/samples-codec'
import type { Span } from '../analysis/mark-spans'
import { CaliperLayer } from './calipers/caliper-layer'
import type { Measuring } from './calipers/use-measuring'
import { FiducialMarks } from './fiducial-marks'
import { PaperTrace } from './paper-trace'
import { putBack } from './put-back'
import { RowLabels } from './row-labels'
import { useSwapText } from './use-swap-text'
import type { ViewerSettings } from './viewer-settings'

type Props = {
  readonly samples: Samples
  readonly isSynthetic: boolean
  readonly layoutId: LayoutId
  readonly settings: ViewerSettings
  readonly offsetMs: number
  readonly isNarrow: boolean
  readonly spans: readonly Span[] | undefined
  readonly measuring: Measuring
  /** Of the waves, as the engine saw them. */
  readonly hasMarks: boolean
  /** Draws the electrodes put back, and says so. */
  readonly swap: SwapView | null
  /** Sets a caliper by the marks, for who has no pointer. */
  readonly placeByKey: RefObject<() => boolean>
}

const NO_SPANS: readonly Span[] = []

/** The samples on paper, with what lies over and under the line. */
export function LoadedPaper(props: Props) {
  const {
    samples,
    isSynthetic,
    layoutId,
    settings,
    offsetMs,
    isNarrow,
    spans = NO_SPANS,
    measuring,
    placeByKey,
  } = props
  const { scale, zoom, filter, lead } = settings
  const { hasMarks, swap } = props
  const swapText = useSwapText()
  const waveform = useMemo(() => filtered(swap ? putBack(samples, swap) : samples, filter), [samples, filter, swap])
  const sheet = useMemo(
    () => layoutTrace(waveform, layoutId, scale, { offsetMs, lead }),
    [waveform, layoutId, scale, offsetMs, lead],
  )
  useEffect(() => {
    placeByKey.current = () => measuring.place(sheet, waveform)
  })
  return (
    <div className="grid w-max" data-loaded data-from-ms={offsetMs}>
      <PaperTrace
        sheet={sheet}
        isSynthetic={isSynthetic}
        zoom={zoom}
        filter={filter}
        hasLabels={!isNarrow}
        shaded={{ samples: waveform, spans }}
        preview={swap ? swapText(swap) : null}
        marks={hasMarks && <FiducialMarks sheet={sheet} marked={measuring.marked} />}
        className="col-start-1 row-start-1"
      />
      <CaliperLayer
        paper={{ sheet, samples: waveform, marked: measuring.marked }}
        zoom={zoom}
        tool={measuring.tool}
        calipers={measuring.calipers}
      />
      {isNarrow && <RowLabels sheet={sheet} isSynthetic={isSynthetic} zoom={zoom} />}
    </div>
  )
}
