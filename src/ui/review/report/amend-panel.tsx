'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { AMEND_GRADES, AMEND_KINDS, type ReportView } from '@/cases/api/report-views'
import type { CaseView } from '@/cases/api/views'
import type { Problem } from '@/cases/failure'
import { dosesOf } from '@/cases/report/doses'
import { conclusionOf, recommendationOf } from '@/cases/report/report-text'
import { apiPost, newKey } from '../../api/client'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Input } from '../../kit/field'
import { SegmentedControl } from '../../kit/segmented-control'
import { ReportDifference } from '../../report/report-difference'
import { forgetKept, isSame, keep, readKept, structureOf } from '../report-draft'
import { useStructure } from '../use-structure'
import { ReportEditor } from './report-editor'
import { ReportFrame } from './report-frame'
import { SignBox, useSigning } from './sign-box'
import { useReportCheck } from './use-report-check'

type Props = {
  readonly view: CaseView
  readonly report: ReportView
  readonly userId: string
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** A signed report is written anew beside the old one: why, how grave, and what changes, side by side. */
export function AmendPanel({ view, report, userId, onClose, onChanged }: Props) {
  const t = useTranslations('report.amend')
  const owner = `${userId}.${view.caseId}.${report.version}`
  const editor = useStructure(
    () => structureOf(report),
    (next) => keep(localStorage, owner, next, new Date().toISOString()),
  )
  const { replace, structure } = editor
  const field = useRef<HTMLInputElement>(null)
  const key = useRef(newKey())
  const [kind, setKind] = useState<(typeof AMEND_KINDS)[number]>('amendment')
  const [grade, setGrade] = useState<(typeof AMEND_GRADES)[number] | null>(null)
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null | undefined>(undefined)
  const check = useReportCheck(view, structure, userId)
  useEffect(() => {
    const kept = readKept(localStorage, owner)
    if (kept !== null) replace(kept.structure)
    field.current?.focus()
  }, [owner, replace])

  const isChanged = !isSame(structure, structureOf(report))
  const sentences = [
    ...(isChanged ? [] : [t('nothingChanged')]),
    ...(grade === null ? [t('gradeMissing')] : []),
    ...(reason.trim() === '' ? [t('reasonMissing')] : []),
    ...check.sentences,
  ]
  const sign = async () => {
    setIsBusy(true)
    const body = { amends: report.version, kind, grade, reason, structure }
    const answer = await apiPost(`cases/${view.caseId}/amend`, body, { key: key.current })
    setIsBusy(false)
    if (answer.ok || answer.problem !== null) key.current = newKey()
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    forgetKept(localStorage, owner)
    onChanged()
    onClose()
  }
  const signing = useSigning({ canSign: true, isWhole: sentences.length === 0, isBusy, sign: () => void sign() })
  const doses = structure.recommendations.map((one) => dosesOf(one, check.setting.facts.person))
  const after = { conclusion: conclusionOf(structure), recommendation: recommendationOf(structure, doses) }
  return (
    <ReportFrame title={t('title', { version: report.version })} editor={editor} signing={signing} onClose={onClose}>
      <Field label={t('reason')} hint={t('reasonHint')}>
        {(control) => (
          <Input {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <SegmentedControl
        look="tabs"
        label={t('kindLabel')}
        value={kind}
        onChange={setKind}
        segments={AMEND_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SegmentedControl
        look="tabs"
        label={t('gradeLabel')}
        value={grade}
        onChange={setGrade}
        segments={AMEND_GRADES.map((value) => ({ value, label: t(`grade.${value}`) }))}
      />
      <ReportEditor
        view={view}
        editor={editor}
        setting={check.setting}
        problems={check.problems}
        canWrite
        field={field}
        onChanged={onChanged}
      />
      {isChanged && <ReportDifference before={report} after={after} />}
      {problem !== undefined && problem?.code !== 'confirm_password' && (
        <FailureBanner failure={{ ok: false, problem }} />
      )}
      <SignBox
        signing={signing}
        canSign
        isBusy={isBusy}
        problem={problem ?? null}
        consequence={t('consequence', { facility: view.facility.name })}
        sentences={sentences}
        onConfirmed={() => void sign()}
      />
    </ReportFrame>
  )
}
