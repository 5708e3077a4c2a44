'use client'
import { Download } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FileView } from '@/cases/api/views'
import { ECG_PROBLEM_CODES } from '@/ecg/errors'
import type { Span } from '../analysis/mark-spans'
import { Banner } from '../kit/banner'
import { buttonLook } from '../kit/button'
import type { CaseMeasuring } from './calipers/use-calipers'
import { EcgViewer } from './ecg-viewer'

/** A trace does not wait for what a picture needs. */
const PictureViewer = dynamic(() => import('./picture-viewer').then((module) => module.PictureViewer))

type Props = {
  readonly file: FileView
  /** The trace as the server drew it, shown until the samples are here. */
  readonly fallback?: ReactNode
  /** Once, when the trace or the picture is on the screen. */
  readonly onPainted?: () => void
  /** Where the place is narrow; the scale pill says that it is not the usual one. */
  readonly startZoom?: number
  readonly spans?: readonly Span[]
  /** The case on which calipers are kept. */
  readonly measuring?: Omit<CaseMeasuring, 'recordingId'>
  /** At the end of the toolbar, before the download. */
  readonly note?: ReactNode
}

/** One file of a case: as a trace, as a picture, or as a file that is kept although nobody can read it. */
export function EcgAttachment({ file, fallback, onPainted, spans = [], note, startZoom = 1, measuring }: Props) {
  const { recording } = file
  const painted = onPainted ? { onPainted } : {}
  const actions = (
    <>
      {note}
      <DownloadLink file={file} />
    </>
  )
  if (recording?.kind === 'waveform') {
    return (
      <EcgViewer
        key={recording.recordingId}
        recordingId={recording.recordingId}
        durationMs={recording.durationMs}
        recordedLocal={recording.recordedLocal}
        isSynthetic={recording.isSynthetic}
        fallback={fallback}
        startZoom={startZoom}
        actions={note}
        file={file}
        spans={spans}
        measuring={measuring}
        assessment={recording.assessment}
        {...painted}
      />
    )
  }
  if (recording) {
    return (
      <PictureViewer
        key={recording.recordingId}
        src={`/api/v1/recordings/${recording.recordingId}/picture`}
        mediaType={recording.mediaType ?? ''}
        name={file.name}
        actions={actions}
        measuring={measuring ? { ...measuring, recordingId: recording.recordingId } : null}
        {...painted}
      />
    )
  }
  return <KeptFile file={file} />
}

/** What can be shown only by another program: why, and the way to the file itself. */
function KeptFile({ file }: { readonly file: FileView }) {
  const t = useTranslations('trace.file')
  const code = ECG_PROBLEM_CODES.find((known) => known === file.problem?.code)
  return (
    <Banner tone="quality" title={t('kept', { name: file.name })} actions={<DownloadLink file={file} />}>
      <p>{t(`problem.${code ?? 'reader_failed'}`)}</p>
      {file.problem?.message && <p className="text-12 text-ink-2">{t('reason', { reason: file.problem.message })}</p>}
    </Banner>
  )
}

function DownloadLink({ file }: { readonly file: FileView }) {
  const t = useTranslations('trace.file')
  return (
    <a href={`/api/v1/files/${file.fileId}`} download={file.name} className={buttonLook({ tone: 'quiet', size: 'sm' })}>
      <Download size={14} aria-hidden />
      {t('download')}
    </a>
  )
}
