/**
 * Drawings as the pages of a vector PDF (ISO 32000-1) of true size, with their fonts inside. The same drawings give the
 * same bytes. Not supported: pictures, transparency, encryption.
 */
import type { Drawing } from './drawing'
import type { FontSet } from './fonts/font-set'
import { contentsOf } from './pdf/contents'
import { pdfFile, pdfText } from './pdf/objects'
import { pageFonts } from './pdf/page-fonts'

const POINTS_PER_MM = 72 / 25.4

export type PdfAbout = { readonly title: string; readonly language: string }

export function renderPdf(pages: readonly Drawing[], fonts: FontSet, { title, language }: PdfAbout): Uint8Array {
  const file = pdfFile()
  const catalog = file.reserve()
  const tree = file.reserve()
  const resources = file.reserve()
  const used = pageFonts()
  const pageIds = pages.map((page) => {
    const contents = file.addStream(new TextEncoder().encode(pageContents(page, fonts, used)))
    const size = [page.widthMm, page.heightMm].map((mm) => (mm * POINTS_PER_MM).toFixed(3)).join(' ')
    return file.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${size}] /Resources ${resources} 0 R /Contents ${contents} 0 R >>`,
    )
  })
  file.set(tree, `<< /Type /Pages /Count ${pageIds.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`)
  file.set(resources, `<< /Font << ${used.write(file)} >> >>`)
  const reading = `/Lang (${language}) /ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >>`
  file.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R ${reading} >>`)
  return file.bytes(catalog, file.add(`<< /Title ${pdfText(title)} /Producer (Yurak) >>`))
}

/** PDF counts points upwards; the drawing millimetres downwards. */
function pageContents({ heightMm, marks }: Drawing, fonts: FontSet, used: ReturnType<typeof pageFonts>): string {
  const scale = POINTS_PER_MM.toFixed(6)
  return `${scale} 0 0 -${scale} 0 ${(heightMm * POINTS_PER_MM).toFixed(3)} cm\n${contentsOf(marks, fonts, used)}`
}
