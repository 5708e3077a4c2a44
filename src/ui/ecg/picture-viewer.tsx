'use client'
import { Maximize2, Minus, Plus, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button, IconButton } from '../kit/button'
import { CaliperList } from './calipers/caliper-list'
import { MeasureButton } from './calipers/measure-button'
import type { CaseMeasuring } from './calipers/use-calipers'
import { FilePicture } from './file-picture'
import { PictureBar } from './picture/picture-bar'
import { PictureCalipers } from './picture/picture-calipers'
import { usePictureMeasuring } from './picture/use-picture-measuring'
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
import { usePageKeys } from './use-page-keys'
import { usePictureGestures } from './use-picture-gestures'

type Props = {
  readonly src: string
  readonly mediaType: string
  readonly name: string
  readonly onPainted?: () => void
  readonly actions?: ReactNode
  /** The case on which calipers are kept; without one nothing is measured. */
  readonly measuring?: CaseMeasuring | null
}

const NO_CASE: CaseMeasuring = { caseId: '', recordingId: '', calipers: [], canMeasure: false }

/** A photo, scan or PDF of an ECG. It has no scale of its own; a person who measures gives it one. */
export function PictureViewer({ src, mediaType, name, onPainted, actions, measuring: given = null }: Props) {
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
  const [look, setLook] = useState({ isStrong: false, isInverted: false })
  const measuring = usePictureMeasuring(given ?? NO_CASE, view.quarterTurns)
  const { calipers, scale, tool } = measuring
  const canMeasure = given?.canMeasure === true
  usePageKeys({
    isMenuOpen: false,
    onMenu: () => undefined,
    onLayout: () => undefined,
    keys: {
      m: () => (canMeasure ? measuring.toggle() : false),
      escape: () => (tool === null ? false : measuring.setTool(null)),
      'ctrl+z': () => (tool === null ? false : calipers.undo()),
      'ctrl+shift+z': () => (tool === null ? false : calipers.redo()),
    },
  })

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
          {scale ? t('scale.byHand', { mm: scale.knownMm }) : t('notToScale')}
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
        <Button
          size="sm"
          aria-pressed={look.isStrong}
          onClick={() => setLook({ ...look, isStrong: !look.isStrong })}
          className="aria-pressed:bg-surface-3"
        >
          {t('contrast')}
        </Button>
        <Button
          size="sm"
          aria-pressed={look.isInverted}
          onClick={() => setLook({ ...look, isInverted: !look.isInverted })}
          className="aria-pressed:bg-surface-3"
        >
          {t('invert')}
        </Button>
        {scale && (
          <Button
            size="sm"
            aria-pressed={measuring.isGridShown}
            onClick={measuring.toggleGrid}
            className="aria-pressed:bg-surface-3"
          >
            {t('grid')}
          </Button>
        )}
        {canMeasure && <MeasureButton isOn={tool !== null} onPress={measuring.toggle} />}
        <div className="ml-auto flex items-center gap-2 max-md:hidden">{actions}</div>
      </div>
      {canMeasure && <PictureBar measuring={measuring} />}
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
        <FilePicture
          src={src}
          mediaType={mediaType}
          name={name}
          view={view}
          onPainted={onPainted}
          look={[look.isStrong && 'contrast-[1.8]', look.isInverted && 'invert'].filter(Boolean).join(' ')}
          overlay={(page, size) => <PictureCalipers page={page} size={size} zoom={view.zoom} measuring={measuring} />}
        />
      </section>
      <div className="mt-1 flex justify-end px-3 md:hidden">{actions}</div>
      {calipers.shown.length > 0 && (
        <div className="mt-2 max-md:px-(--gutter)">
          <CaliperList
            calipers={calipers.shown}
            onRemove={(caliperId) => calipers.set(caliperId, null)}
            canRemove={(caliperId) =>
              canMeasure && calipers.shown.some((one) => one.caliperId === caliperId && one.isMine)
            }
          />
        </div>
      )}
    </section>
  )
}
