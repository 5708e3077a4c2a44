'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '../kit/banner'
import { PdfPages } from './pdf-pages'
import type { PictureView } from './picture-view'

export type FilePictureProps = {
  readonly src: string
  readonly mediaType: string
  readonly name: string
  readonly view: PictureView
  readonly onPainted?: (() => void) | undefined
}

/** The picture itself, fitted into its frame (the nearest size container), turned, then moved as the view says. */
export function FilePicture({ src, mediaType, name, view, onPainted }: FilePictureProps) {
  const t = useTranslations('trace.picture')
  const [status, setStatus] = useState<'loading' | 'shown' | 'failed'>('loading')
  const isLyingAcross = view.quarterTurns % 2 !== 0
  const handleShown = () => {
    setStatus('shown')
    onPainted?.()
  }
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
          <PdfPages src={src} name={name} zoom={view.zoom} onShown={handleShown} onFailed={() => setStatus('failed')} />
        ) : (
          // biome-ignore lint/performance/noImgElement: the file must arrive as it is stored, through no image service
          <img
            src={src}
            alt={t('label', { name })}
            draggable={false}
            onLoad={handleShown}
            onError={() => setStatus('failed')}
            className="size-full object-contain"
          />
        )}
      </div>
      <p role="status" className="absolute inset-x-0 top-1/2 text-center text-13 text-ink-2">
        {status === 'loading' && t('loading')}
      </p>
    </>
  )
}
