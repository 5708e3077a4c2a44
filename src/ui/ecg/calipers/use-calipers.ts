'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CaliperView } from '@/cases/api/calipers'
import type { Caliper } from '@/ecg/calipers/caliper'
import { type ApiFailure, apiPost } from '../../api/client'

export type ShownCaliper = {
  readonly caliperId: string
  readonly caliper: Caliper
  /** Null for one that has not reached the server yet. */
  readonly by: CaliperView['by'] | null
  readonly at: string | null
  readonly isMine: boolean
}

/** What measuring on one ECG of a case needs. */
export type CaseMeasuring = {
  readonly caseId: string
  readonly recordingId: string
  readonly calipers: readonly CaliperView[]
  readonly canMeasure: boolean
}

type Step = { readonly caliperId: string; readonly before: Caliper | null; readonly after: Caliper | null }

export type Calipers = {
  readonly shown: readonly ShownCaliper[]
  readonly failure: ApiFailure | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly set: (caliperId: string, after: Caliper | null) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly retry: () => void
}

/**
 * The calipers of one ECG: what the server has, with this person's newer steps on top. Each step is kept at once; one
 * that did not get through stays on the screen and is sent again on request.
 */
export function useCalipers({ caseId, recordingId, calipers }: CaseMeasuring): Calipers {
  const [own, setOwn] = useState<ReadonlyMap<string, Caliper | null>>(new Map())
  const [done, setDone] = useState<readonly Step[]>([])
  const [undone, setUndone] = useState<readonly Step[]>([])
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const unsent = useRef(new Map<string, Caliper | null>())
  const sending = useRef(Promise.resolve())

  const send = useCallback(() => {
    sending.current = sending.current.then(async () => {
      for (const [caliperId, caliper] of unsent.current) {
        const answer = await apiPost(`cases/${caseId}/calipers`, { recordingId, caliperId, caliper })
        if (!answer.ok) return setFailure(answer)
        if (unsent.current.get(caliperId) === caliper) unsent.current.delete(caliperId)
      }
      setFailure(null)
    })
  }, [caseId, recordingId])

  const put = useCallback(
    (caliperId: string, caliper: Caliper | null) => {
      setOwn((before) => new Map(before).set(caliperId, caliper))
      unsent.current.set(caliperId, caliper)
      send()
    },
    [send],
  )

  const shown = useMemo(() => together(calipers, own, recordingId), [calipers, own, recordingId])
  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  useWarnOfUnsent(failure !== null)

  const set = (caliperId: string, after: Caliper | null) => {
    const before = latest.current.find((one) => one.caliperId === caliperId)?.caliper ?? null
    setDone([...done, { caliperId, before, after }])
    setUndone([])
    put(caliperId, after)
  }
  const undo = () => {
    const step = done.at(-1)
    if (!step) return
    setDone(done.slice(0, -1))
    setUndone([...undone, step])
    put(step.caliperId, step.before)
  }
  const redo = () => {
    const step = undone.at(-1)
    if (!step) return
    setUndone(undone.slice(0, -1))
    setDone([...done, step])
    put(step.caliperId, step.after)
  }
  return { shown, failure, canUndo: done.length > 0, canRedo: undone.length > 0, set, undo, redo, retry: send }
}

function together(
  stored: readonly CaliperView[],
  own: ReadonlyMap<string, Caliper | null>,
  recordingId: string,
): readonly ShownCaliper[] {
  const here = stored.filter((one) => one.recordingId === recordingId)
  const known = here.flatMap(({ caliperId, caliper, by, at, isMine }) => {
    const newer = own.has(caliperId) ? (own.get(caliperId) ?? null) : caliper
    return newer === null ? [] : [{ caliperId, caliper: newer, by, at, isMine }]
  })
  const fresh = [...own].flatMap(([caliperId, caliper]) =>
    caliper === null || here.some((one) => one.caliperId === caliperId)
      ? []
      : [{ caliperId, caliper, by: null, at: null, isMine: true }],
  )
  return [...known, ...fresh]
}

/** Leaving would lose what the server does not have. */
function useWarnOfUnsent(isUnsent: boolean): void {
  useEffect(() => {
    if (!isUnsent) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsent])
}
