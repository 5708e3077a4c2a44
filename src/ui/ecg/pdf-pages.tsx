'use client'
import { useTranslations } from 'next-intl'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'

const MOST_PAGES = 20
/** Sharp at six-fold size for one page; less where there are many, so that a phone keeps up. */
const LONG_SIDE_PX = { few: 3200, many: 1600 } as const
const FEW_PAGES = 3

type Props = {
  readonly src: string
  readonly name: string
  readonly onShown: () => void
  readonly onFailed: () => void
}

/** All pages of a PDF, one below the other, drawn in a worker of ours; nothing in the file is run. */
export function PdfPages({ src, name, onShown, onFailed }: Props) {
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
  label,
  onShown,
}: {
  readonly pdf: PDFDocumentProxy
  readonly pageNumber: number
  readonly label: string
  readonly onShown: () => void
}) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const shown = useRef(onShown)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas) return
    const drawing = drawPage(pdf, pageNumber, canvas)
    drawing.done.then(
      () => shown.current(),
      () => undefined,
    )
    return drawing.cancel
  }, [pdf, pageNumber])

  return <canvas ref={canvasRef} role="img" aria-label={label} className="size-full object-contain" />
}

async function openPdf(src: string): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url).toString()
  return pdfjs.getDocument({ url: src, withCredentials: true, enableXfa: false })
}

function drawPage(pdf: PDFDocumentProxy, pageNumber: number, canvas: HTMLCanvasElement) {
  let isCancelled = false
  let cancelRender = () => {}
  const draw = async () => {
    const page = await pdf.getPage(pageNumber)
    if (isCancelled) return
    const whole = page.getViewport({ scale: 1 })
    const longSidePx = pdf.numPages <= FEW_PAGES ? LONG_SIDE_PX.few : LONG_SIDE_PX.many
    const viewport = page.getViewport({ scale: longSidePx / Math.max(whole.width, whole.height) })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const render = page.render({ canvas, viewport })
    cancelRender = () => render.cancel()
    await render.promise
  }
  return {
    done: draw(),
    cancel: () => {
      isCancelled = true
      cancelRender()
    },
  }
}
