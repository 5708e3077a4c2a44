'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { shortInstant } from '@/i18n/format'
import { badLeadSpans } from '../../analysis/bad-lead-spans'
import { EcgAttachment } from '../../ecg/ecg-attachment'
import { Panel } from '../../kit/panel'
import { SegmentedControl } from '../../kit/segmented-control'
import { useNow } from '../../live/now'
import { RecordingFacts } from '../recording-facts'

/** The ECGs of the case, the newest first; several as tabs. */
export function Ecgs({
  view,
  first,
}: {
  readonly view: CaseView
  /** The trace that the server drew, and of which file it is. */
  readonly first: { readonly fileId: string | undefined; readonly trace: ReactNode }
}) {
  const t = useTranslations('case.ecg')
  const now = useNow()
  const [chosen, setChosen] = useState<string | null>(null)
  const file = view.files.find(({ fileId }) => fileId === chosen) ?? view.files[0]
  if (!file) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-2">{view.filesExpected > 0 ? t('onItsWay') : t('none')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('title')} note={file.name} aside={shortInstant(file.uploadedAt, now)}>
      <div className="grid gap-2">
        {view.files.length > 1 && (
          <SegmentedControl
            label={t('title')}
            isLabelHidden
            look="tabs"
            value={file.fileId}
            onChange={setChosen}
            segments={view.files.map(({ fileId, uploadedAt }, index) => ({
              value: fileId,
              label: t('tab', { index: view.files.length - index, time: shortInstant(uploadedAt, now) }),
            }))}
            className="justify-self-start"
          />
        )}
        <EcgAttachment
          key={file.fileId}
          file={file}
          fallback={file.fileId === first.fileId ? first.trace : undefined}
          measuring={{ caseId: view.caseId, calipers: view.calipers, canMeasure: view.can.includes('measure') }}
          spans={badLeadSpans(file)}
        />
        {file.recording && <RecordingFacts recording={file.recording} />}
      </div>
    </Panel>
  )
}
