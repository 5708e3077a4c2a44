'use client'
import { useTranslations } from 'next-intl'
import { layoutThumbnail, THUMBNAIL_HEIGHT_MM, THUMBNAIL_SIZE, THUMBNAIL_WIDTH_MM } from '@/ecg/layout/thumbnail'
import type { LeadName } from '@/ecg/types'
import { PaperSheet } from './paper-sheet'
import { useSamples } from './use-samples'

/** One lead at half scale on the 5 mm grid: for recognising, never for measuring. */
export function TraceThumbnail({
  recordingId,
  isSynthetic,
  lead,
}: {
  readonly recordingId: string
  readonly isSynthetic: boolean
  readonly lead?: LeadName
}) {
  const t = useTranslations('trace')
  const { state } = useSamples(recordingId)
  const thumbnail = state.status === 'ready' ? layoutThumbnail(state.samples, lead) : null
  const note = state.status === 'failed' ? t('thumbnail.failed') : null
  return (
    <PaperSheet
      widthMm={THUMBNAIL_WIDTH_MM}
      heightMm={THUMBNAIL_HEIGHT_MM}
      zoom={THUMBNAIL_SIZE}
      hasFineGrid={false}
      label={note ?? (thumbnail ? t('thumbnail.label', { lead: thumbnail.lead }) : t('loading'))}
      // Not for measuring: it keeps its place in the list on a screen that was matched to a ruler too.
      className="rounded-1 shadow-[0_0_0_1px_var(--paper-edge)] [--mm:4px]"
    >
      {thumbnail && (
        <>
          <path d={thumbnail.pathD} fill="none" strokeWidth=".6" strokeLinejoin="round" className="stroke-(--trace)" />
          <text x="2" y="6.4" fontSize="5.4" className="fill-(--paper-label) font-semi" {...HALO}>
            {thumbnail.lead}
          </text>
        </>
      )}
      {isSynthetic && (
        <text
          x={THUMBNAIL_WIDTH_MM - 2}
          y="6.2"
          textAnchor="end"
          fontSize="4.6"
          className="fill-(--paper-note) font-bold"
          {...HALO}
        >
          {t('watermark')}
        </text>
      )}
      {note && (
        <text x={THUMBNAIL_WIDTH_MM / 2} y="18" textAnchor="middle" fontSize="5" className="fill-(--paper-note)">
          {note}
        </text>
      )}
    </PaperSheet>
  )
}

const HALO = { stroke: 'var(--paper)', strokeWidth: 1.4, paintOrder: 'stroke' } as const
