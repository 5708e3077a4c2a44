import { createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { layoutPage, type PageTexts } from '@/ecg/layout/ecg-page'
import { renderPdf } from '@/ecg/layout/render-pdf'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { type PulseArea, pulseOf } from '../../../tests/support/pulse'
import { pageFontSet } from './page-fonts'
import { renderPng } from './render-png'

const NAMES = ['Ўктамова Зебо Қодировна', 'Oʻktamova, Ғулом Ҳаким']
const TEXTS: PageTexts = {
  columns: [[...NAMES, 'QTc 423 ms · 58°'], ['2026-11-22 14:21:08'], []],
  scale: '25 mm/s · 10 mm/mV · 500 Hz',
  absent: 'not recorded',
  watermark: 'SYNTHETIC',
  footer: 'Seconds 0 to 10 of 10',
}
const ABOUT = { title: 'ЭКГ of nobody', language: 'en' }
const FONTS = pageFontSet()
const NOISY = { wanderUvPp: 300, muscleUvRms: 25, mainsUvPp: 50 }
const { recording } = makeEcg({ scenario: 'normal', seed: 1 })
const page = layoutPage(recording, TEXTS)
const pdf = renderPdf([page], FONTS, ABOUT)

describe('a PDF page', () => {
  it('is of A4 size, with its texts in every script as texts', async () => {
    const document = await opened(pdf)
    const first = await document.getPage(1)
    const { items } = await first.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')

    expect(first.view.map(Math.round)).toEqual([0, 0, 842, 595])
    for (const name of NAMES) expect(text).toContain(name)
    expect(text.split('aVR')).toHaveLength(2)
    expect((await document.getMetadata()).info).toMatchObject({ Title: ABOUT.title })
  })

  // What a screen of 96 dpi shows at 100, 125, 200 and 300 %, and a printer of 300 dpi.
  it.each([3.78, 4.725, 7.56, 11.34, 11.81])(
    'shows 1 mV and 200 ms as 10 mm and 5 mm at %d pixels a mm',
    async (pixelsPerMm) => {
      const first = await (await opened(pdf)).getPage(1)
      const viewport = first.getViewport({ scale: (pixelsPerMm * 25.4) / 72 })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      const context = canvas.getContext('2d')
      // The canvas of Node and that of the browser draw alike but are two types.
      await first.render({ canvasContext: context as unknown as CanvasRenderingContext2D, canvas: null, viewport })
        .promise
      const { widthMm, heightMm } = pulseOf(context, areaAt(pixelsPerMm), pixelsPerMm)

      expect(Math.abs(widthMm - 5)).toBeLessThan(0.05)
      expect(Math.abs(heightMm - 10)).toBeLessThan(0.1)
    },
  )

  it('is small: 120 kB at 500 Hz and 200 kB at 1 kHz, fonts included, with all the noise there is', () => {
    for (const [sampleRateHz, most] of [
      [500, 120_000],
      [1000, 200_000],
    ] as const) {
      const noisy = makeEcg({ scenario: 'normal', seed: 2, sampleRateHz, noise: NOISY }).recording
      expect(renderPdf([layoutPage(noisy, TEXTS)], FONTS, ABOUT).length).toBeLessThan(most)
    }
  })

  it('is the same for the same drawing', () => {
    expect(renderPdf([page], FONTS, ABOUT)).toEqual(pdf)
  })

  it('holds as many pages as there are drawings', async () => {
    expect((await opened(renderPdf([page, page, page], FONTS, ABOUT))).numPages).toBe(3)
  })
})

describe('a PNG page', () => {
  const drawn = renderPng(page, FONTS, 10)

  it.each([4, 5, 8, 10, 12])('shows 1 mV and 200 ms as 10 mm and 5 mm at %d pixels a mm', async (pixelsPerMm) => {
    const image = await loadImage(await renderPng(page, FONTS, pixelsPerMm))
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { widthMm, heightMm } = pulseOf(context, areaAt(pixelsPerMm), pixelsPerMm)

    expect([image.width, image.height]).toEqual([297 * pixelsPerMm, 210 * pixelsPerMm])
    expect(Math.abs(widthMm - 5)).toBeLessThan(0.05)
    expect(Math.abs(heightMm - 10)).toBeLessThan(0.1)
  })

  it('says how large a pixel is', async () => {
    const png = await drawn
    const place = Buffer.from(png).indexOf('pHYs')

    expect(Buffer.from(png).readUInt32BE(place + 4)).toBe(10_000)
    expect(png[place + 12]).toBe(1)
  })
})

function opened(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise
}

/** Where the pulse of the first row lies, in pixels. */
function areaAt(pixelsPerMm: number): PulseArea {
  const px = (mm: number) => Math.round(mm * pixelsPerMm)
  return { left: px(18.2), top: px(48), width: px(8.6), height: px(16) }
}
