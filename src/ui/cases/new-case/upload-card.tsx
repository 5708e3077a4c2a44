'use client'
import { RotateCw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FileView } from '@/cases/api/views'
import { badLeadSpans } from '../../analysis/bad-lead-spans'
import { QualityGate } from '../../analysis/quality-gate'
import { useFailureText } from '../../api/use-failure-text'
import { EcgAttachment } from '../../ecg/ecg-attachment'
import { useIsNarrow } from '../../ecg/use-is-narrow'
import { Banner } from '../../kit/banner'
import { Button, IconButton } from '../../kit/button'
import { RecordingFacts } from '../recording-facts'
import { DescribeFile } from './describe-file'
import type { Upload } from './use-uploads'

/** One file: on its way, failed with a way out, or at once what was read from it. */
export function UploadCard({
  upload,
  onRemove,
  onRetry,
  onAgain,
  onRead,
}: {
  readonly upload: Upload
  readonly onRemove: () => void
  readonly onRetry: () => void
  /** The recording that was made again; the first one stays until it is removed. */
  readonly onAgain: (files: readonly File[]) => void
  /** The file could be read once somebody said what it does not. */
  readonly onRead: (view: FileView) => void
}) {
  const t = useTranslations('newCase.files')
  const failureText = useFailureText()
  const isNarrow = useIsNarrow()
  const { view, failure } = upload
  const isRefused = failure?.problem?.code === 'empty_file' || failure?.problem?.code === 'too_large'
  return (
    <article aria-label={upload.name} className="grid gap-2 border-t border-line pt-2.5 first:border-t-0 first:pt-0">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium">
          {upload.name} <span className="font-regular text-ink-3">{sizeText(upload.sizeBytes)}</span>
        </p>
        {view === null && failure === null && (
          <span role="status" className="text-12 text-ink-2">
            {t('sending', { percent: Math.round(upload.share * 100) })}
          </span>
        )}
        <IconButton
          label={view === null && failure === null ? t('stop') : t('remove', { name: upload.name })}
          onClick={onRemove}
        >
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {view === null && failure === null && (
        <progress
          value={upload.share}
          aria-label={upload.name}
          className="h-1 w-full appearance-none overflow-hidden rounded-full bg-surface-3 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-accent"
        />
      )}
      {failure && (
        <Banner
          tone="emergent"
          isAlert
          title={t('failed', { name: upload.name })}
          actions={
            !isRefused && (
              <Button size="sm" onClick={onRetry}>
                <RotateCw size={14} aria-hidden="true" />
                {t('again')}
              </Button>
            )
          }
        >
          {failureText(failure)}
        </Banner>
      )}
      {view?.problem?.needs && <DescribeFile file={view} needs={view.problem.needs} onRead={onRead} />}
      {view && !view.problem?.needs && (
        <EcgAttachment
          key={isNarrow ? 'narrow' : 'wide'}
          file={view}
          startZoom={isNarrow ? 1 : 0.75}
          spans={badLeadSpans(view)}
        />
      )}
      {view?.recording?.assessment && <QualityGate assessment={view.recording.assessment} onAgain={onAgain} />}
      {view?.recording && <RecordingFacts recording={view.recording} hasAdvice />}
    </article>
  )
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
