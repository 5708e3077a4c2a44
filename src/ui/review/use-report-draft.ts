'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { CaseStateResult, CaseView } from '@/cases/api/views'
import type { Problem } from '@/cases/failure'
import type { ReportStructure } from '@/cases/report/structure'
import { apiPost } from '../api/client'
import { draftOnServer, forgetKept, isEmpty, isSame, keep, pickStructure, readKept } from './report-draft'
import { type StructureEditor, useStructure } from './use-structure'

const PAUSE_MS = 1500
const RETRY_MS = 10_000

export type SaveState =
  | { readonly step: 'clean' }
  /** Only in this browser: the person may not save it now. */
  | { readonly step: 'kept' }
  | { readonly step: 'saving' }
  | { readonly step: 'saved'; readonly at: string }
  | { readonly step: 'failed'; readonly problem: Problem | null }
  /** The claim had ended: the server has kept it as this person's own unsigned version. */
  | { readonly step: 'unsigned' }
  | { readonly step: 'signing' }
  | { readonly step: 'signed'; readonly at: string }

export type ReportDraft = StructureEditor & {
  readonly state: SaveState
  readonly sign: () => Promise<boolean>
}

/** Keeps what is written: every step in the browser at once, and on the server after a pause. */
export function useReportDraft(
  view: CaseView,
  userId: string,
  canSave: boolean,
  /** Of the last claim that was held here, also after its end. */
  fence: number | null,
  onSaved: () => void,
): ReportDraft {
  const { caseId } = view
  const owner = `${userId}.${caseId}`
  const [state, setState] = useState<SaveState>(() => stateOf(view, userId))
  const latest = useRef({ structure: pickStructure(null, draftOnServer(view, userId)), canSave, fence, isBusy: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(
    async (sign: boolean): Promise<boolean> => {
      clearTimeout(timer.current)
      const sent = latest.current.structure
      const { fence: under } = latest.current
      if (!isSendable(sent, latest.current)) {
        setState({ step: 'kept' })
        return false
      }
      latest.current.isBusy = true
      setState({ step: sign ? 'signing' : 'saving' })
      const answer = await apiPost<z.infer<typeof CaseStateResult>>(`cases/${caseId}/report`, bodyOf(sent, sign, under))
      latest.current.isBusy = false
      if (!answer.ok) {
        setState(stateAfter(answer.problem, under))
        if (answer.problem === null && !sign) timer.current = setTimeout(() => void send(false), RETRY_MS)
        return false
      }
      if (sign || isSame(sent, latest.current.structure)) forgetKept(localStorage, owner)
      else timer.current = setTimeout(() => void send(false), PAUSE_MS)
      setState({ step: sign ? 'signed' : 'saved', at: answer.data.at })
      onSaved()
      return true
    },
    [caseId, owner, onSaved],
  )

  const plan = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (latest.current.isBusy) plan()
      else void send(false)
    }, PAUSE_MS)
  }, [send])

  useEffect(() => {
    latest.current.canSave = canSave
    latest.current.fence = fence
  }, [canSave, fence])

  const { replace, ...editor } = useStructure(
    () => pickStructure(null, draftOnServer(view, userId)),
    (next) => {
      latest.current.structure = next
      keep(localStorage, owner, next, new Date().toISOString())
      setState({ step: 'kept' })
      plan()
    },
  )

  useEffect(() => {
    const kept = readKept(localStorage, owner)
    if (kept !== null && !isSame(kept.structure, latest.current.structure)) {
      latest.current.structure = kept.structure
      replace(kept.structure)
      setState({ step: 'kept' })
      plan()
    }
    return () => clearTimeout(timer.current)
  }, [owner, plan, replace])

  return { ...editor, state, sign: useCallback(() => send(true), [send]) }
}

function stateOf(view: CaseView, userId: string): SaveState {
  const onServer = draftOnServer(view, userId)
  return onServer === null ? { step: 'clean' } : { step: 'saved', at: onServer.savedAt }
}

/** A claim that has ended is sent under, too: the server refuses it, and keeps the words. */
function isSendable(
  structure: ReportStructure,
  { canSave, fence }: { canSave: boolean; fence: number | null },
): boolean {
  return !isEmpty(structure) && (canSave || fence !== null)
}

function bodyOf(structure: ReportStructure, sign: boolean, fence: number | null) {
  return { structure, sign, ...(fence === null ? {} : { fence }) }
}

/** Refused because the claim had ended, or the case has moved on: what was written stays with its writer on the server. */
function stateAfter(problem: Problem | null, fence: number | null): SaveState {
  const isKept = fence !== null && (problem?.code === 'not_holder' || problem?.code === 'conflict')
  return isKept ? { step: 'unsigned' } : { step: 'failed', problem }
}
