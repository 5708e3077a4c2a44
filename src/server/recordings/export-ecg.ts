import 'server-only'
import { ExportQuery } from '@/cases/api/inputs'
import type { CaseView, RecordingView } from '@/cases/api/views'
import { filtered, HIGH_PASS_HZ, LOW_PASS_HZ, NOTCH_HZ } from '@/ecg/layout/display-filter'
import { layoutPage } from '@/ecg/layout/ecg-page'
import type { Waveform } from '@/ecg/layout/layout-trace'
import { qrCode } from '@/ecg/layout/qr-code'
import { renderPdf } from '@/ecg/layout/render-pdf'
import { renderSvg } from '@/ecg/layout/render-svg'
import { textPages } from '@/ecg/layout/text-page'
import type { Samples } from '@/ecg/samples-codec'
import type { EcgRecording } from '@/ecg/types'
import { ECG_WRITERS } from '@/ecg/writers'
import { EcgWriteError } from '@/ecg/writers/writer'
import { recordAudit } from '../audit/record-audit'
import { getCase } from '../cases/case-queries'
import { type Context, requirePermission } from '../context'
import { env } from '../env'
import { AppError } from '../errors'
import {
  caliperLabels,
  type DocumentFacts,
  documentBlocks,
  documentTexts,
  documentTitle,
  pageFooter,
} from '../pictures/document-texts'
import { pageFontSet } from '../pictures/page-fonts'
import { renderPng } from '../pictures/render-png'
import { getPageWaveform } from './overview-queries'
import { getWaveform } from './recording-queries'
import { inFileOf } from './recording-row'

const MEDIA_TYPES = { pdf: 'application/pdf', svg: 'image/svg+xml', png: 'image/png' } as const
/** 300 dots an inch, in whole dots a millimetre. */
const PNG_PIXELS_PER_MM = 12

export type Exported = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/**
 * An ECG of a case as a page to true scale (PDF, SVG, PNG: one drawing) or as a file for another system. The look is
 * audited; what leaves has the words of the case, never more than the reader may see.
 */
export async function exportEcg(ctx: Context, caseId: string, rawQuery: unknown): Promise<Exported> {
  requirePermission(ctx, 'file.read')
  const query = ExportQuery.parse(rawQuery)
  const view = await getCase(ctx, caseId)
  const recording = view.files.find((file) => file.recording?.recordingId === query.recordingId)?.recording
  if (!recording) throw new AppError('not_found', 'There is no such ECG in this case.')
  const { recordingId, format } = query
  await recordAudit(ctx.db, ctx, {
    action: 'recording.export',
    entityType: 'recording',
    entityId: recordingId,
    detail: { caseId, format },
  })
  const name = `${view.number}.${format}`
  if (format === 'pdf' || format === 'svg' || format === 'png') {
    const waveform = await getPageWaveform(ctx, recordingId, query.from * 1000)
    return { name, mediaType: MEDIA_TYPES[format], bytes: await drawn(view, recording, waveform, query, format) }
  }
  return written(await wholeRecording(ctx, recording, await getWaveform(ctx, recordingId)), view.number, format)
}

async function drawn(
  view: CaseView,
  recording: RecordingView,
  samples: Waveform,
  query: ExportQuery,
  format: keyof typeof MEDIA_TYPES,
): Promise<Uint8Array> {
  const { layout, lead, speed, gain, highPass, lowPass, notch, from } = query
  const facts: DocumentFacts = {
    view,
    recording,
    address: `${env().YURAK_BASE_URL.replace(/\/$/, '')}/cases/${view.caseId}`,
    scale: { mmPerSecond: speed, mmPerMv: gain },
    filter: {
      highPassHz: HIGH_PASS_HZ.find((hz) => String(hz) === highPass) ?? null,
      lowPassHz: LOW_PASS_HZ.find((hz) => String(hz) === lowPass) ?? null,
      notchHz: NOTCH_HZ.find((hz) => String(hz) === notch) ?? null,
    },
    offsetMs: from * 1000,
  }
  const page = layoutPage(filtered(samples, facts.filter), documentTexts(facts), {
    layoutId: layout,
    lead,
    scale: facts.scale,
    offsetMs: facts.offsetMs,
    calipers: caliperLabels(view, recording.recordingId),
    code: qrCode(facts.address),
  })
  const title = documentTitle(view)
  if (format === 'svg') return new TextEncoder().encode(renderSvg(page, title))
  if (format === 'png') return renderPng(page, pageFontSet(), PNG_PIXELS_PER_MM)
  const more = textPages(documentBlocks(facts), pageFooter(view, facts.address))
  return renderPdf([page, ...more], pageFontSet(), { title, language: 'en' })
}

/** As it was read: the device's own words beside the samples. */
async function wholeRecording(ctx: Context, view: RecordingView, samples: Samples): Promise<EcgRecording> {
  const row = await ctx.db.recording.findUniqueOrThrow({ where: { id: view.recordingId }, select: { inFile: true } })
  return {
    ...inFileOf(row.inFile),
    format: view.format,
    ...samples,
    recordedAt: view.recordedLocal ? { local: view.recordedLocal, utcOffsetMinutes: null } : null,
    isSynthetic: view.isSynthetic,
    warnings: view.warnings,
  }
}

function written(recording: EcgRecording, name: string, format: string): Exported {
  const writer = ECG_WRITERS.find(({ id }) => id === format)
  if (!writer) throw new AppError('invalid_input', 'This format is not written.')
  try {
    const [file] = writer.write(recording, name)
    if (!file) throw new AppError('conflict', 'Nothing was written.')
    return { ...file, mediaType: 'application/octet-stream' }
  } catch (error) {
    if (error instanceof EcgWriteError) throw new AppError('conflict', error.reason)
    throw error
  }
}
