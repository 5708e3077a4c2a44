'use client'
import { useTranslations } from 'next-intl'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PictureSize } from '@/ecg/calipers/picture-scale'

const MOST_PAGES = 20
/** More than this a phone's memory does not hold. */
const MOST_PX = 4096

type Props = {
  readonly src: string
  readonly name: string
  readonly zoom: number
  readonly look: string
  readonly overlay: ((page: number, size: PictureSize) => ReactNode) | undefined
  readonly onShown: () => void
  readonly onFailed: () => void
}

/** All pages of a PDF, one below the other, drawn in a worker of ours; nothing in the file is run. */
export function PdfPages({ src, name, zoom, look, overlay, onShown, onFailed }: Props) {
  const t = useTranslations('trace.picture')
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const calls = useRef({ onShown, onFailed })
  useEffect(() => {
    calls.current = { onShown, onFailed }
  })

  useEffect(() => {
    let isCurrent = true
    let task: PDFDocumentLoadingTask | undefined
    openPdf(src)
      .then((opened) => {
        task = opened
        return opened.promise
      })
      .then(
        (document) => {
          if (isCurrent) setPdf(document)
        },
        () => {
          if (isCurrent) calls.current.onFailed()
        },
      )
    return () => {
      isCurrent = false
      task?.destroy().catch(() => undefined)
    }
  }, [src])

  if (!pdf) return null
  const shown = Math.min(pdf.numPages, MOST_PAGES)
  return (
    <div className={shown === 1 ? 'size-full' : 'grid size-full auto-rows-[100%] gap-2 overflow-y-auto'}>
      {Array.from({ length: shown }, (_, index) => index + 1).map((pageNumber) => (
        <PdfPage
          key={pageNumber}
          pdf={pdf}
          pageNumber={pageNumber}
          sharpness={sharpnessOf(zoom)}
          look={look}
          overlay={overlay}
          label={`${t('label', { name })}. ${t('page', { page: pageNumber, pages: pdf.numPages })}`}
          onShown={() => {
            if (pageNumber === 1) calls.current.onShown()
          }}
        />
      ))}
      {pdf.numPages > shown && (
        <p className="p-3 text-center text-13 text-ink-2">{t('pagesLeftOut', { count: pdf.numPages - shown })}</p>
      )}
    </div>
  )
}

function PdfPage({
  pdf,
  pageNumber,
  sharpness,
  look,
  overlay,
  label,
  onShown,
}: {
  readonly pdf: PDFDocumentProxy
  readonly pageNumber: number
  readonly sharpness: number
  readonly look: string
  readonly overlay: Props['overlay']
  readonly label: string
  readonly onShown: () => void
}) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const shown = useRef(onShown)
  const [size, setSize] = useState<PictureSize | null>(null)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas) return
    const drawing = drawPage({ pdf, pageNumber, canvas, sharpness })
    drawing.done.then(
      () => {
        setSize({ width: canvas.width / sharpness, height: canvas.height / sharpness })
        shown.current()
      },
      () => undefined,
    )
    return drawing.cancel
  }, [pdf, pageNumber, sharpness])

  return (
    <div className="relative size-full">
      <canvas ref={canvasRef} role="img" aria-label={label} className={`size-full object-contain ${look}`} />
      {size && overlay?.(pageNumber, size)}
    </div>
  )
}

async function openPdf(src: string): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url).toString()
  return pdfjs.getDocument({ url: src, withCredentials: true, enableXfa: false })
}

/** Drawn anew at every doubling, never in between: a canvas that is shrunk by the browser loses thin lines. */
const sharpnessOf = (zoom: number): number => 2 ** Math.ceil(Math.log2(zoom))

type Drawing = {
  readonly pdf: PDFDocumentProxy
  readonly pageNumber: number
  readonly canvas: HTMLCanvasElement
  readonly sharpness: number
}

function drawPage({ pdf, pageNumber, canvas, sharpness }: Drawing) {
  let isCancelled = false
  let cancelRender = () => {}
  const draw = async () => {
    const page = await pdf.getPage(pageNumber)
    const sheet = document.createElement('canvas')
    const viewport = page.getViewport({ scale: scaleFor(page, canvas, sharpness) })
    sheet.width = Math.round(viewport.width)
    sheet.height = Math.round(viewport.height)
    if (isCancelled) return
    const render = page.render({ canvas: sheet, viewport })
    cancelRender = () => render.cancel()
    await render.promise
    // The old drawing stays in sight until the new one is whole.
    canvas.width = sheet.width
    canvas.height = sheet.height
    canvas.getContext('2d')?.drawImage(sheet, 0, 0)
  }
  return {
    done: draw(),
    cancel: () => {
      isCancelled = true
      cancelRender()
    },
  }
}

/** One pixel of the drawing for one of the screen at this size. */
function scaleFor(page: PDFPageProxy, canvas: HTMLCanvasElement, sharpness: number): number {
  const whole = page.getViewport({ scale: 1 })
  const fitting = Math.min(canvas.clientWidth / whole.width, canvas.clientHeight / whole.height)
  const wanted = fitting * window.devicePixelRatio * sharpness
  return Math.min(wanted, MOST_PX / Math.max(whole.width, whole.height))
}
