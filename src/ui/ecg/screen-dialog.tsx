'use client'
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { CARD_HEIGHT_MM, CARD_WIDTH_MM, LEAST_PX_PER_MM, MOST_PX_PER_MM, USUAL_PX_PER_MM } from './screen-scale'
import { useIsNarrow } from './use-is-narrow'
import { useViewerMemory } from './viewer-memory'

/** One pixel of the whole card: less than a hair beside a real one. */
const STEP = 1 / CARD_WIDTH_MM
const CHIP = { xMm: 8.5, yMm: 18.5, widthMm: 12.5, heightMm: 9.5 }

/** A bank card of true proportions to lay a real one upon: from then on a millimetre on this screen is one. */
export function ScreenDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('trace.screen')
  const { screen, keepScreen } = useViewerMemory()
  const [pxPerMm, setPxPerMm] = useState(screen?.pxPerMm ?? USUAL_PX_PER_MM)
  const id = useId()
  // A telephone is narrower than a card is long: there the card stands upright.
  const isUpright = useIsNarrow()
  const [widthMm, heightMm] = isUpright ? [CARD_HEIGHT_MM, CARD_WIDTH_MM] : [CARD_WIDTH_MM, CARD_HEIGHT_MM]
  const set = (value: number) => setPxPerMm(Math.min(MOST_PX_PER_MM, Math.max(LEAST_PX_PER_MM, value)))
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          {screen && (
            <Button
              onClick={() => {
                keepScreen(null)
                onClose()
              }}
            >
              {t('forget')}
            </Button>
          )}
          <Button
            tone="primary"
            onClick={() => {
              keepScreen({ pxPerMm, pixelRatio: window.devicePixelRatio })
              onClose()
            }}
          >
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="flex items-center gap-2">
        <Button size="sm" aria-label={t('smaller')} onClick={() => set(pxPerMm - STEP)}>
          <Minus size={14} aria-hidden />
        </Button>
        <input
          id={id}
          type="range"
          min={LEAST_PX_PER_MM}
          max={MOST_PX_PER_MM}
          step={STEP}
          value={pxPerMm}
          onChange={(event) => set(Number(event.target.value))}
          aria-label={t('slider')}
          aria-valuetext={t('width', { px: Math.round(pxPerMm * CARD_WIDTH_MM) })}
          className="h-8 min-w-0 flex-1 accent-(--accent)"
        />
        <Button size="sm" aria-label={t('larger')} onClick={() => set(pxPerMm + STEP)}>
          <Plus size={14} aria-hidden />
        </Button>
      </div>
      <div className="overflow-auto py-2">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${widthMm} ${heightMm}`}
          style={{ width: `${widthMm * pxPerMm}px`, height: `${heightMm * pxPerMm}px` }}
          className="block max-w-none"
        >
          <rect
            x=".15"
            y=".15"
            width={widthMm - 0.3}
            height={heightMm - 0.3}
            rx="3.2"
            strokeWidth=".3"
            className="fill-(--accent-soft) stroke-(--accent)"
          />
          <rect
            x={CHIP.xMm}
            y={CHIP.yMm}
            width={CHIP.widthMm}
            height={CHIP.heightMm}
            rx="1.4"
            strokeWidth=".3"
            transform={isUpright ? `translate(${CARD_HEIGHT_MM} 0) rotate(90)` : undefined}
            className="fill-(--surface) stroke-(--accent-line)"
          />
        </svg>
      </div>
    </Dialog>
  )
}
