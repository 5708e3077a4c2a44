import { createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { layoutPage, type PageTexts } from '@/ecg/layout/ecg-page'
import { renderPdf } from '@/ecg/layout/render-pdf'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
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

/** Where the pulse of the first row lies. */
const PULSE_MM = { left: 18.2, top: 48, width: 8.6, height: 16 }

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

  it('shows 1 mV and 200 ms as 10 mm and 5 mm, measured in its pixels', async () => {
    const pixelsPerMm = 12
    const first = await (await opened(pdf)).getPage(1)
    const viewport = first.getViewport({ scale: (pixelsPerMm * 25.4) / 72 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const context = canvas.getContext('2d')
    // The canvas of Node and that of the browser draw alike but are two types.
    await first.render({ canvasContext: context as unknown as CanvasRenderingContext2D, canvas: null, viewport })
      .promise
    const { widthMm, heightMm } = pulseOf(context, pixelsPerMm)

    expect(Math.abs(widthMm - 5)).toBeLessThan(0.05)
    expect(Math.abs(heightMm - 10)).toBeLessThan(0.1)
  })

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
  const pixelsPerMm = 10
  const drawn = renderPng(page, FONTS, pixelsPerMm)

  it('shows 1 mV and 200 ms as 10 mm and 5 mm, measured in its pixels', async () => {
    const image = await loadImage(await drawn)
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { widthMm, heightMm } = pulseOf(context, pixelsPerMm)

    expect([image.width, image.height]).toEqual([2970, 2100])
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

type Pixels = { getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8ClampedArray } }

/** From the middle of one upright stroke to that of the other, and from the foot to the top. */
function pulseOf(context: Pixels, pixelsPerMm: number): { widthMm: number; heightMm: number } {
  const px = (mm: number) => Math.round(mm * pixelsPerMm)
  const [width, height] = [px(PULSE_MM.width), px(PULSE_MM.height)]
  const { data } = context.getImageData(px(PULSE_MM.left), px(PULSE_MM.top), width, height)
  const inkAt = (x: number, y: number) => 1 - Math.min(1, (data[(y * width + x) * 4] ?? 255) / 200)
  const range = (length: number) => Array.from({ length }, (_, index) => index)
  const columns = range(width).map((x) => range(height).reduce((sum, y) => sum + inkAt(x, y), 0))
  const rows = range(height).map((y) => range(width).reduce((sum, x) => sum + inkAt(x, y), 0))
  return {
    widthMm: distance(columns, 6 * pixelsPerMm) / pixelsPerMm,
    heightMm: distance(rows, 1.5 * pixelsPerMm) / pixelsPerMm,
  }
}

/** Of the centres of the first and the last stroke among the sums of ink. */
function distance(sums: readonly number[], least: number): number {
  const strong = sums.flatMap((sum, place) => (sum >= least ? [place] : []))
  const middle = (strong[0] ?? 0) + ((strong.at(-1) ?? 0) - (strong[0] ?? 0)) / 2
  const centre = (places: readonly number[]) => {
    const weight = places.reduce((sum, place) => sum + (sums[place] ?? 0), 0)
    return places.reduce((sum, place) => sum + place * (sums[place] ?? 0), 0) / weight
  }
  return centre(strong.filter((place) => place > middle)) - centre(strong.filter((place) => place < middle))
}
