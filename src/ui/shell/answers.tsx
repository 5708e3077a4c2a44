'use client'
/** The facility's answers that nobody has confirmed yet, kept fresh on every page of a nurse. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { CaseListItem, CaseListResult } from '@/cases/api/views'
import { apiGet } from '../api/client'
import { isAwaitingNurse } from '../cases/awaiting-nurse'
import { useLiveEvents, useOnHello } from '../live/live-provider'

type Answers = { readonly answers: readonly CaseListItem[]; readonly reload: () => void }

const AnswersContext = createContext<Answers>({ answers: [], reload: () => undefined })
export function AnswersProvider({
  initial,
  isEnabled,
  children,
}: {
  readonly initial: readonly CaseListItem[]
  readonly isEnabled: boolean
  readonly children: ReactNode
}) {
  const [answers, setAnswers] = useState(initial)
  const lastRequest = useRef(0)
  const reload = useCallback(() => {
    if (!isEnabled) return
    lastRequest.current += 1
    const request = lastRequest.current
    void apiGet<CaseListResult>('cases?show=open&limit=200').then((result) => {
      if (result.ok && request === lastRequest.current) setAnswers(result.data.items.filter(isAwaitingNurse))
    })
  }, [isEnabled])
  useLiveEvents(reload)
  useOnHello(reload)
  const value = useMemo(() => ({ answers, reload }), [answers, reload])
  return <AnswersContext value={value}>{children}</AnswersContext>
}

export function useAnswers(): Answers {
  return useContext(AnswersContext)
}
