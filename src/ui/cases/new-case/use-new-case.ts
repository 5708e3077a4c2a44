'use client'
import { useEffect, useRef, useState } from 'react'
import type { SubmitCaseInput } from '@/cases/api/inputs'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import { useServerClock } from '../../live/now'
import { type CaseForm, isTouched } from './case-form'
import { type FieldProblems, readClinical } from './clinical-input'
import { differencesOf } from './differences'
import { hotFields } from './hot-fields'
import type { NewCaseProps } from './new-case-page'
import { readPatient } from './patient-input'
import { useDraft } from './use-draft'
import { useRestoredForm } from './use-restored-form'
import { useSend } from './use-send'
import { useUploads } from './use-uploads'

const NO_PROBLEMS: FieldProblems = {}

/** Everything behind the form: what was typed, what is wrong with it, the files, the draft and the sending. */
export function useNewCase(
  { userId, draft: savedDraft }: NewCaseProps,
  initial: CaseForm,
  onSent: (result: SubmitCaseResult) => void,
) {
  const clock = useServerClock()
  const [form, setForm] = useState(initial)
  const [isAsked, setAsked] = useState(false)
  const [confirmedFor, setConfirmedFor] = useState('')
  const draftId = savedDraft?.caseId ?? null
  const uploads = useUploads(savedDraft?.files ?? [])
  const restoredAt = useRestoredForm(userId, draftId, setForm)
  const fileIds = uploads.files.map(({ fileId }) => fileId)
  const isWorthKeeping = isTouched(form) || fileIds.length > 0
  const draft = useDraft({ userId, form, fileIds, isWorthKeeping, initialId: draftId })
  const sending = useSend(draft, onSent)

  const differences = differencesOf(form, uploads.files)
  // A confirmation holds for exactly the differences that were on the screen.
  const differenceKey = JSON.stringify(differences)
  const isConfirmed = differences.length === 0 || confirmedFor === differenceKey
  const read = readForm(form, clock.now())
  const hasEcg = uploads.uploads.length > 0 || form.ecgFollows
  const isEcgRight = hasEcg && !uploads.hasFailed
  const count = Object.keys(read.problems).length + Number(!isConfirmed) + Number(!isEcgRight)

  const send = () => {
    setAsked(true)
    if (read.patient === null || read.clinical === null || count > 0) return focusFirstProblem()
    void sending.send({
      patient: read.patient,
      clinical: read.clinical,
      emergency: form.isEmergency,
      fileIds,
      filesExpected: fileIds.length === 0 ? 1 : 0,
      mismatchConfirmed: differences.length > 0,
    })
  }
  const { isWaiting, press } = usePress(send, uploads.isUploading)

  return {
    form,
    hot: hotFields(form, clock.now()),
    set: (change: Partial<CaseForm>) => setForm((before) => ({ ...before, ...change })),
    uploads,
    restoredAt,
    draftState: draft.state,
    draftId: draft.draftId,
    endDraft: draft.end,
    differences,
    isConfirmed,
    confirm: (isNow: boolean) => setConfirmedFor(isNow ? differenceKey : ''),
    hasEcg,
    /** Nothing is marked before the person has tried to send. */
    isAsked,
    problems: isAsked ? read.problems : NO_PROBLEMS,
    problemCount: isAsked ? count : 0,
    press,
    isWaiting,
    isSending: sending.isSending,
    failure: sending.failure,
  }
}

type ReadForm = {
  readonly patient: SubmitCaseInput['patient'] | null
  readonly clinical: SubmitCaseInput['clinical'] | null
  readonly problems: FieldProblems
}

function readForm(form: CaseForm, now: Date): ReadForm {
  const patient = readPatient(form, now.toISOString().slice(0, 10))
  const clinical = readClinical(form, now)
  return { patient: patient.value, clinical: clinical.value, problems: { ...patient.problems, ...clinical.problems } }
}

/** Pressed while a file is still on its way: the case goes out by itself when the file is there. */
function usePress(send: () => void, isUploading: boolean) {
  const [isWaiting, setWaiting] = useState(false)
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (!isWaiting || isUploading) return
    setWaiting(false)
    latest.current()
  }, [isWaiting, isUploading])
  return { isWaiting, press: () => (isUploading ? setWaiting(true) : send()) }
}

/** After the next paint, when the problems are marked. */
function focusFirstProblem(): void {
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')
    first?.scrollIntoView({ block: 'center' })
    first?.focus({ preventScroll: true })
  })
}
