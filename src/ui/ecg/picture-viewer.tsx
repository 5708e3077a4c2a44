'use client'
import { Maximize2, Minus, Plus, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { IconButton } from '../kit/button'
import { FilePicture } from './file-picture'
import {
  FITTED,
  fit,
  keepInFrame,
  type PictureView,
  turnRight,
  viewAfterKey,
  ZOOM_STEP,
  zoomAbout,
} from './picture-view'
import { usePictureGestures } from './use-picture-gestures'

type Props = {
  readonly src: string
  readonly mediaType: string
  readonly name: string
  readonly onPainted?: () => void
  readonly actions?: ReactNode
}

/** A photo, scan or PDF of an ECG. It has no scale and never shows one. */
export function PictureViewer({ src, mediaType, name, onPainted, actions }: Props) {
  const t = useTranslations('trace.picture')
  const frame = useRef<HTMLElement>(null)
  const hintId = useId()
  const [view, setView] = useState<PictureView>(FITTED)
  const change = (by: (view: PictureView) => PictureView) =>
    setView((before) => {
      const box = frame.current?.getBoundingClientRect()
      return keepInFrame(by(before), { widthPx: box?.width ?? 0, heightPx: box?.height ?? 0 })
    })
  const gestures = usePictureGestures(frame, change)

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !viewAfterKey(view, event.key)) return
    event.preventDefault()
    event.stopPropagation()
    change((before) => viewAfterKey(before, event.key) ?? before)
  }

  return (
    <section aria-label={t('label', { name })} onKeyDown={handleKey} className="min-w-0">
      <div className="mb-2 flex min-h-[30px] flex-wrap items-center gap-2 max-md:px-(--gutter)">
        <span className="inline-flex min-h-[26px] items-center rounded-1 border border-urgent-line bg-urgent-soft px-2.5 text-12 font-semi text-urgent-ink">
          {t('notToScale')}
        </span>
        <div className="flex gap-1">
          <IconButton
            label={t('smaller')}
            disabled={view.zoom <= 1}
            onClick={() => change((v) => zoomAbout(v, 1 / ZOOM_STEP))}
          >
            <Minus size={16} aria-hidden />
          </IconButton>
          <IconButton label={t('larger')} onClick={() => change((v) => zoomAbout(v, ZOOM_STEP))}>
            <Plus size={16} aria-hidden />
          </IconButton>
          <IconButton label={t('turn')} onClick={() => change(turnRight)}>
            <RotateCw size={16} aria-hidden />
          </IconButton>
          <IconButton label={t('fit')} disabled={view.zoom === 1} onClick={() => change(fit)}>
            <Maximize2 size={16} aria-hidden />
          </IconButton>
        </div>
        <div className="ml-auto flex items-center gap-2 max-md:hidden">{actions}</div>
      </div>
      <p id={hintId} className="sr-only">
        {t('keys')}
      </p>
      <section
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and turned with keys
        tabIndex={0}
        aria-label={t('notToScale')}
        aria-describedby={hintId}
        {...gestures}
        style={{ touchAction: view.zoom > 1 ? 'none' : 'pan-y' }}
        className={`relative h-[62vh] [container-type:size] min-h-[calc(var(--mm)*103)] overflow-hidden rounded-1 border border-line bg-surface-3 max-md:rounded-none ${view.zoom > 1 ? 'cursor-grab active:cursor-grabbing' : ''}`}
      >
        <FilePicture src={src} mediaType={mediaType} name={name} view={view} onPainted={onPainted} />
      </section>
      <div className="mt-1 flex justify-end px-3 md:hidden">{actions}</div>
    </section>
  )
}
