'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import { timeWithSeconds } from '@/i18n/format'
import { Banner } from '../../kit/banner'
import { Checkbox } from '../../kit/field'
import { Panel } from '../../kit/panel'
import { CardFields } from './card-fields'
import type { CaseForm } from './case-form'
import { Differences } from './differences'
import { DiscardDraft } from './discard-draft'
import { DraftLine } from './draft-line'
import { EmergencyBar } from './emergency-bar'
import { FileDrop } from './file-drop'
import type { NewCaseProps } from './new-case-page'
import { PatientFields } from './patient-fields'
import { SendBar } from './send-bar'
import { SendFailure } from './send-failure'
import { TakeFromFile } from './take-from-file'
import { UploadCard } from './upload-card'
import { useNewCase } from './use-new-case'

type Props = NewCaseProps & { readonly initial: CaseForm; readonly onSent: (result: SubmitCaseResult) => void }

/** One page: ECG left, person and card right, send at the foot. Nothing typed is ever thrown away. */
export function NewCaseForm({ initial, onSent, ...props }: Props) {
  const t = useTranslations('newCase')
  const model = useNewCase(props, initial, onSent)
  const { form, set, problems } = model
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        model.press()
      }}
      onKeyDown={(event) => sendByKey(event, model.press)}
    >
      <EmergencyBar isOn={form.isEmergency} phone={props.phone} onChange={(isEmergency) => set({ isEmergency })} />
      <div className="mx-auto grid max-w-[1640px] items-start gap-3 p-3 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <EcgPanel model={model} />
        <div className="grid min-w-0 gap-3">
          {model.restoredAt && (
            <Banner tone="routine">{t('draft.restored', { time: timeWithSeconds(model.restoredAt) })}</Banner>
          )}
          <Panel number={2} title={t('step.patient')}>
            <div className="grid gap-3">
              <TakeFromFile form={form} files={model.uploads.files} set={set} />
              <PatientFields form={form} set={set} problems={problems} />
              <Differences
                differences={model.differences}
                isConfirmed={model.isConfirmed}
                onConfirm={model.confirm}
                isAsked={model.isAsked}
              />
            </div>
          </Panel>
          <Panel number={3} title={t('step.card')} aside={<DraftLine state={model.draftState} />}>
            <CardFields form={form} set={set} problems={problems} hot={model.hot} />
          </Panel>
          {model.failure && <SendFailure failure={model.failure} phone={props.phone} onRetry={model.press} />}
          <SendBar
            isEmergency={form.isEmergency}
            isSending={model.isSending}
            isWaiting={model.isWaiting}
            problemCount={model.problemCount}
          />
          {model.draftId && <DiscardDraft draftId={model.draftId} onDiscarded={model.endDraft} />}
        </div>
      </div>
    </form>
  )
}

/** Enter in a field must not send half a form; Ctrl+Enter sends from anywhere. */
function sendByKey(event: KeyboardEvent, press: () => void): void {
  if (event.key !== 'Enter') return
  const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file'
  if (event.ctrlKey || isField) event.preventDefault()
  if (event.ctrlKey) press()
}

function EcgPanel({ model }: { readonly model: ReturnType<typeof useNewCase> }) {
  const t = useTranslations('newCase')
  const { uploads, form, set, isAsked } = model
  const problem = uploads.hasFailed ? t('files.failedBlocks') : model.hasEcg ? null : t('files.missing')
  return (
    <Panel number={1} title={t('step.ecg')} className="lg:sticky lg:top-14">
      <div className="grid gap-3">
        <FileDrop onFiles={uploads.add} isRoomy={uploads.uploads.length === 0} />
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
        {uploads.uploads.length === 0 && (
          <Checkbox checked={form.ecgFollows} onChange={(event) => set({ ecgFollows: event.target.checked })}>
            {t('files.follows')}
          </Checkbox>
        )}
        {isAsked && problem && (
          <p data-problem tabIndex={-1} className="text-12 text-emergent-ink">
            {problem}
          </p>
        )}
      </div>
    </Panel>
  )
}
