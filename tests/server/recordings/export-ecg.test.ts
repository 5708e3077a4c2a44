import { randomUUID } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { getCase } from '@/server/cases/case-queries'
import { setCaliper } from '@/server/cases/set-caliper'
import { writeReport } from '@/server/cases/write-report'
import { exportEcg } from '@/server/recordings/export-ecg'
import { auditOf, caseIn, PERSON, REPORT, refusal } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { uploadAnalysed } from '../../support/files'
import { type Cast, makeCast } from '../../support/people'

const PR = {
  kind: 'pr',
  lead: 'II',
  fromMs: 1200,
  toMs: 1364,
  fromUv: null,
  toUv: null,
  rrMs: null,
  errorMs: 4,
  errorUv: 10,
  picture: null,
}

async function signedCase(cast: Cast) {
  const fileIds = [await uploadAnalysed(cast.nurse, 'anterior-stemi')]
  const caseId = await caseIn(cast, 'IN_REVIEW', { fileIds, patient: PERSON })
  const { files, number } = await getCase(cast.cardiologist, caseId)
  const recordingId = files[0]?.recording?.recordingId ?? ''
  await setCaliper(cast.cardiologist, caseId, { recordingId, caliperId: randomUUID(), caliper: PR })
  await writeReport(cast.cardiologist, caseId, { ...REPORT, sign: true })
  return { caseId, recordingId, number }
}

async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1))
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await (await page).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    }),
  )
}

describe('a printed ECG', () => {
  it('says who, when, at what scale and filter, what was measured and found, and the report', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId, number } = await signedCase(cast)
      const query = { recordingId, format: 'pdf', layout: '6x2', lowPass: '40' }
      const { bytes, name } = await exportEcg(cast.nurse, caseId, query)
      const [first = '', second = ''] = await textsOf(bytes)

      expect(name).toBe(`${number}.pdf`)
      for (const words of [
        'Sinov Bemor',
        number,
        '25 mm/s · 10 mm/mV · low-pass 40 Hz · 500 Hz',
        'ST elevation, STEMI criteria',
        'PR 164 ms',
        '± 4 ms',
      ])
        expect(first).toContain(words)
      expect(second).toContain(REPORT.conclusion)
      expect(second).toContain(REPORT.recommendation)
      expect(second).toContain('PR 164 ms ± 4 ms')
      expect(bytes.length).toBeLessThan(120_000)
      expect(await auditOf(tx, recordingId)).toContain('recording.export')
    }))

  it('is the same drawing as SVG and as PNG', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await signedCase(cast)
      const svg = await exportEcg(cast.cardiologist, caseId, { recordingId, format: 'svg', layout: 'cabrera' })
      const png = await exportEcg(cast.cardiologist, caseId, { recordingId, format: 'png' })

      expect(new TextDecoder().decode(svg.bytes)).toContain('\u2212aVR')
      expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
    }))

  it.each(['dicom', 'scp-ecg', 'hl7-aecg', 'edf', 'csv'])('leaves as %s that reads back', (format) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await signedCase(cast)
      const { bytes } = await exportEcg(cast.nurse, caseId, { recordingId, format })
      const reading = readEcgFile(bytes)

      expect(reading.kind === 'waveform' && reading.recording.leads.length).toBe(12)
    }),
  )

  it('is refused to strangers, for another case’s ECG, and at a scale that nobody uses', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await signedCase(cast)
      const ask = (ctx: typeof cast.nurse, query: object) =>
        exportEcg(ctx, caseId, { recordingId, format: 'pdf', ...query })

      expect(await refusal(ask(cast.farCardiologist, {}))).toBe('not_found')
      expect(await refusal(ask(cast.nurse, { recordingId: randomUUID() }))).toBe('not_found')
      expect(await refusal(ask(cast.nurse, { speed: '33' }))).toBe('invalid_input')
      expect(await refusal(ask(cast.nurse, { format: 'exe' }))).toBe('invalid_input')
    }))
})
