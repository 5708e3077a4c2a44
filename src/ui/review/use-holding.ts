'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { timeWithSeconds } from '@/i18n/format'
import { type ApiFailure, apiPost } from '../api/client'
import { useLease } from './use-lease'

export type Holding = {
  readonly isMine: boolean
  /** This page held the case, and does not any more, without an answer. */
  readonly isLost: boolean
  readonly isBusy: boolean
  readonly leaseUntil: string | null
  readonly failure: ApiFailure | null
  /** Who was faster, in words. */
  readonly notice: string | null
  readonly claim: () => void
  readonly release: () => void
  /** The case was given to a colleague: it is not lost, and nothing of it is left to do here. */
  readonly handedOver: () => void
}

const WAITING_STATES = ['TRIAGED', 'CLAIMED', 'IN_REVIEW']

/** Taking, keeping and giving back the case. */
export function useHolding(
  view: CaseView,
  /** An answer is on its way: the lease ends with it, a heartbeat would only be refused. */
  isAnswering: boolean,
  refresh: () => Promise<CaseView | null>,
): Holding {
  const t = useTranslations('review.lease')
  const router = useRouter()
  const { caseId } = view
  const isMine = view.claim?.isMine ?? false
  const [hadIt, setHadIt] = useState(isMine)
  const [isBusy, setIsBusy] = useState(false)
  const [leaseUntil, setLeaseUntil] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [notice, setNotice] = useState<string | null>(null)

  useEffect(() => {
    if (isMine) setHadIt(true)
  }, [isMine])
  useLease(view.claim, caseId, isMine && !isAnswering, (beat) => {
    if (beat === 'lost') void refresh()
    else setLeaseUntil(beat.leaseUntil)
  })

  const claim = useCallback(async () => {
    setIsBusy(true)
    setNotice(null)
    const answer = await apiPost(`cases/${caseId}/claim`, {})
    const fresh = await refresh()
    setIsBusy(false)
    setFailure(null)
    if (answer.ok) return
    const isRace = answer.problem?.code === 'already_claimed' || answer.problem?.code === 'conflict'
    if (!isRace || fresh === null) return setFailure(answer)
    setNotice(
      fresh.claim === null
        ? t('gone')
        : t('raceLost', { name: fresh.claim.by.name, time: timeWithSeconds(fresh.claim.at) }),
    )
  }, [caseId, refresh, t])

  const release = useCallback(async () => {
    setIsBusy(true)
    const answer = await apiPost(`cases/${caseId}/release`, {})
    if (answer.ok) return router.push('/queue')
    setIsBusy(false)
    setFailure(answer)
    await refresh()
  }, [caseId, refresh, router])

  return {
    isMine,
    isLost: hadIt && !isMine && WAITING_STATES.includes(view.state),
    isBusy,
    leaseUntil,
    failure,
    notice,
    claim: useCallback(() => void claim(), [claim]),
    release: useCallback(() => void release(), [release]),
    handedOver: useCallback(() => {
      setHadIt(false)
      void refresh()
    }, [refresh]),
  }
}
