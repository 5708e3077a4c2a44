'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { timeWithSeconds } from '@/i18n/format'
import { apiPost } from '../api/client'
import { useFailureText } from '../api/use-failure-text'

export type Claiming = {
  readonly claimingId: string | null
  readonly notice: string | null
  readonly dismiss: () => void
  readonly claim: (item: QueueItem, thenOpen: boolean) => void
}

/** Takes a case. Who loses the race hears who has it. */
export function useClaim(refresh: () => Promise<QueueResult | null>): Claiming {
  const t = useTranslations('queue.notice')
  const failureText = useFailureText()
  const router = useRouter()
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const [notice, setNotice] = useState<string | null>(null)

  const claim = async (item: QueueItem, thenOpen: boolean) => {
    setClaimingId(item.caseId)
    setNotice(null)
    const answer = await apiPost(`cases/${item.caseId}/claim`, {})
    if (answer.ok && thenOpen) {
      // The button stays busy until the reading page is there.
      router.push(`/review/${item.caseId}`)
      return
    }
    const fresh = await refresh()
    setClaimingId(null)
    if (answer.ok) return setNotice(t('claimed', { number: item.number }))
    const isRace = answer.problem?.code === 'already_claimed' || answer.problem?.code === 'conflict'
    if (!isRace || fresh === null) return setNotice(failureText(answer))
    const reader = fresh.items.find(({ caseId }) => caseId === item.caseId)?.reader
    setNotice(
      reader
        ? t('lost', { name: reader.name, number: item.number, time: timeWithSeconds(reader.claimedAt) })
        : t('answered', { number: item.number }),
    )
  }

  // Rows are drawn again only when they change, so what they call must stay the same function.
  const latest = useRef(claim)
  useEffect(() => {
    latest.current = claim
  })
  const isBusy = useRef(false)
  const claimOnce = useCallback((item: QueueItem, thenOpen: boolean) => {
    if (isBusy.current) return
    isBusy.current = true
    void latest.current(item, thenOpen).finally(() => {
      isBusy.current = false
    })
  }, [])

  return { claimingId, notice, dismiss: useCallback(() => setNotice(null), []), claim: claimOnce }
}
