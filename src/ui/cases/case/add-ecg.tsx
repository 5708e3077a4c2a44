'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { FileDrop } from '../new-case/file-drop'
import { UploadCard } from '../new-case/upload-card'
import { useUploads } from '../new-case/use-uploads'
import type { CaseVerb } from './case-page'

/** Another ECG of the same case. */
export function AddEcg({ verb, onClose }: { readonly verb: CaseVerb; readonly onClose: () => void }) {
  const t = useTranslations('case.add')
  const uploads = useUploads([])
  const fileIds = uploads.files.map(({ fileId }) => fileId)
  const send = async () => {
    if (await verb.post('recordings', { fileIds })) onClose()
  }
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('ecgTitle')}
      description={t('ecgHint')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button
            size="lg"
            tone="primary"
            isBusy={verb.isBusy}
            disabled={fileIds.length === 0 || uploads.isUploading || uploads.hasFailed}
            onClick={() => void send()}
          >
            {t('ecgSend')}
          </Button>
        </>
      }
    >
      <FileDrop onFiles={uploads.add} />
      {uploads.uploads.map((upload) => (
        <UploadCard
          key={upload.id}
          upload={upload}
          onRemove={() => uploads.remove(upload.id)}
          onRetry={() => void uploads.retry(upload.id)}
          onAgain={uploads.add}
          onRead={(view) => uploads.replace(upload.id, view)}
        />
      ))}
      {verb.failure && <FailureBanner failure={verb.failure} onRetry={() => void send()} />}
    </Dialog>
  )
}
