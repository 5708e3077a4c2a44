'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PictureSize } from '@/ecg/calipers/picture-scale'
import { Banner } from '../kit/banner'
import { PdfPages } from './pdf-pages'
import type { PictureView } from './picture-view'

export type FilePictureProps = {
  readonly src: string
  readonly mediaType: string
  readonly name: string
  readonly view: PictureView
  readonly onPainted?: (() => void) | undefined
  /** What lies over each page, turned and enlarged with it. */
  readonly overlay?: ((page: number, size: PictureSize) => ReactNode) | undefined
  /** Filters for the eye. */
  readonly look?: string
}

/** The picture itself, fitted into its frame (the nearest size container), turned, then moved as the view says. */
export function FilePicture({ src, mediaType, name, view, onPainted, overlay, look = '' }: FilePictureProps) {
  const t = useTranslations('trace.picture')
  const [status, setStatus] = useState<'loading' | 'shown' | 'failed'>('loading')
  const [size, setSize] = useState<PictureSize | null>(null)
  const isLyingAcross = view.quarterTurns % 2 !== 0
  const handleShown = () => {
    setStatus('shown')
    onPainted?.()
  }
  const handleImage = (image: HTMLImageElement) => {
    setSize({ width: image.naturalWidth, height: image.naturalHeight })
    handleShown()
  }
  const picture = useRef<HTMLImageElement>(null)
  const latest = useRef(handleImage)
  useEffect(() => {
    latest.current = handleImage
  })
  useEffect(() => {
    // What the server put on the page may be there before anybody listens.
    if (picture.current?.complete && picture.current.naturalWidth > 0) latest.current(picture.current)
  }, [])
  if (status === 'failed') {
    return (
      <Banner tone="quality" isAlert title={t('failed')} className="m-3">
        <p>{t('failedSafe')}</p>
      </Banner>
    )
  }
  return (
    <>
      <div
        style={{
          transform: `translate(-50%, -50%) translate(${view.xPx}px, ${view.yPx}px) rotate(${view.quarterTurns * 90}deg) scale(${view.zoom})`,
        }}
        className={`absolute top-1/2 left-1/2 select-none ${isLyingAcross ? 'h-[100cqw] w-[100cqh]' : 'h-[100cqh] w-[100cqw]'}`}
      >
        {mediaType === 'application/pdf' ? (
          <PdfPages
            src={src}
            name={name}
            zoom={view.zoom}
            look={look}
            overlay={overlay}
            onShown={handleShown}
            onFailed={() => setStatus('failed')}
          />
        ) : (
          // biome-ignore lint/performance/noImgElement: the file must arrive as it is stored, through no image service
          <img
            ref={picture}
            src={src}
            alt={t('label', { name })}
            draggable={false}
            onLoad={({ currentTarget }) => handleImage(currentTarget)}
            onError={() => setStatus('failed')}
            className={`size-full object-contain ${look}`}
          />
        )}
        {size && overlay?.(1, size)}
      </div>
      <p role="status" className="absolute inset-x-0 top-1/2 text-center text-13 text-ink-2">
        {status === 'loading' && t('loading')}
      </p>
    </>
  )
}
