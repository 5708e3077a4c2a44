'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { lysisCheck } from '@/cases/report/lysis-check'
import { blockerText, FIBRINOLYSIS } from '@/cases/report/protocol'
import type { ReportSetting } from '@/cases/report/report-problems'
import type { ReportStructure } from '@/cases/report/structure'
import { type ApiFailure, apiPost } from '../../api/client'
import { Banner } from '../../kit/banner'
import { Button } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Input } from '../../kit/field'

type Props = {
  readonly view: CaseView
  readonly structure: ReportStructure
  readonly setting: ReportSetting
  readonly onAsked: () => void
}

/** What forbids fibrinolysis, and the way past it: a second cardiologist, with a reason. */
export function OverrideRequest({ view, structure, setting, onAsked }: Props) {
  const t = useTranslations('report.override')
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { blockers } = lysisCheck(structure.answers, setting.facts)
  if (blockers.length === 0) return null
  const isAgreed = blockers.every((one) => setting.overridden.includes(one))
  const asked = view.overrides.find((one) => blockers.every((id) => one.blockers.includes(id)))
  const ask = async () => {
    setIsBusy(true)
    const fence = view.claim?.isMine ? { fence: view.claim.fence } : {}
    const answer = await apiPost(`cases/${view.caseId}/override`, {
      templateId: FIBRINOLYSIS,
      blockers,
      reason,
      ...fence,
    })
    setIsBusy(false)
    setFailure(answer.ok ? null : answer)
    if (answer.ok) onAsked()
  }
  return (
    <Banner tone={isAgreed ? 'done' : 'emergent'} title={t(isAgreed ? 'agreed' : 'blocked')} isAlert={!isAgreed}>
      <p>{blockers.map(blockerText).join('; ')}</p>
      {asked && (
        <p className="text-12">
          {asked.isAgreed === null
            ? t('waits')
            : t(asked.isAgreed ? 'yes' : 'no', { name: asked.answeredBy?.name ?? '', reason: asked.answer ?? '' })}
        </p>
      )}
      {!isAgreed && asked?.isAgreed !== null && (
        <form
          className="mt-2 grid gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void ask()
          }}
        >
          <Field label={t('reason')}>
            {(control) => (
              <Input {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <Button type="submit" disabled={reason.trim() === ''} isBusy={isBusy}>
            {t('ask')}
          </Button>
        </form>
      )}
      {failure && <FailureBanner failure={failure} />}
    </Banner>
  )
}
