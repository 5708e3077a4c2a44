'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { OUTCOMES, type Outcome } from '@/cases/values'
import { Button } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Select, Textarea } from '../../kit/field'
import { Panel } from '../../kit/panel'
import type { CaseVerb } from './case-page'

/** What became of the person; it closes the case. */
export function OutcomeForm({ view, verb }: { readonly view: CaseView; readonly verb: CaseVerb }) {
  const t = useTranslations('case.outcome')
  const words = useTranslations('cases.outcome')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  if (!view.can.includes('outcome')) return null
  const close = () => {
    setAsked(true)
    if (outcome !== null) void verb.post('outcome', { outcome, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  return (
    <Panel title={t('title')} note={t('hint')}>
      <div className="grid items-end gap-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]">
        <Field label={t('label')} error={isAsked && outcome === null ? t('missing') : undefined}>
          {(control) => (
            <Select
              {...control}
              size="lg"
              value={outcome ?? ''}
              onChange={(event) => setOutcome(OUTCOMES.find((value) => value === event.target.value) ?? null)}
            >
              <option value="">{t('choose')}</option>
              {OUTCOMES.map((value) => (
                <option key={value} value={value}>
                  {words(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('note')} aside={t('optional')}>
          {(control) => (
            <Textarea
              {...control}
              rows={1}
              className="min-h-tap"
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Button tone="primary" size="lg" isBusy={verb.isBusy} onClick={close}>
          {t('close')}
        </Button>
      </div>
      {verb.failure && (
        <div className="mt-3">
          <FailureBanner failure={verb.failure} />
        </div>
      )}
    </Panel>
  )
}
