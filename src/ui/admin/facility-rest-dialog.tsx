'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FacilityView } from '@/cases/api/admin-views'
import { codeText } from '@/i18n/code-text'
import { type ApiFailure, apiPost } from '../api/client'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { useToast } from '../kit/toast'

/** Says what deactivating means, and what stands in the way, before anything happens. */
export function FacilityRestDialog({
  facility,
  answeredCount,
  onClose,
  onDone,
}: {
  readonly facility: FacilityView
  /** Active facilities that name it as centre or backup. */
  readonly answeredCount: number
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const t = useTranslations('facilities')
  const common = useTranslations('common')
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const deactivate = async () => {
    setIsBusy(true)
    setFailure(null)
    const answer = await apiPost(`facilities/${facility.facilityId}`, { isActive: false })
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    toast(t('deactivated', { name: facility.name }))
    onDone()
  }

  const blockers = [
    ['people', facility.peopleCount],
    ['cases', facility.openCaseCount],
    ['centre', answeredCount],
  ] as const
  const standing = blockers.filter(([, count]) => count > 0)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('deactivateTitle', { name: facility.name })}
      description={t('deactivateText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="danger" disabled={standing.length > 0} isBusy={isBusy} onClick={() => void deactivate()}>
            {t('deactivate')}
          </Button>
        </>
      }
    >
      {standing.length > 0 && (
        <Banner tone="urgent" title={t('blocked')}>
          <ul className="list-disc pl-4">
            {standing.map(([blocker, count]) => (
              <li key={blocker}>{t(`blocker.${blocker}`, { count })}</li>
            ))}
          </ul>
        </Banner>
      )}
      {failure && <RestFailure failure={failure} />}
    </Dialog>
  )
}

/** Somebody else changed the place meanwhile: the server names what stands in the way now. */
function RestFailure({ failure }: { readonly failure: ApiFailure }) {
  const t = useTranslations('facilities')
  const codes = (failure.problem?.errors ?? [])
    .map((error) => error.code)
    .filter((code) => codeText(t, `fault.${code}`, '') !== '')
  if (codes.length === 0) return <FailureBanner failure={failure} />
  return (
    <Banner tone="urgent" title={t('blocked')} isAlert>
      {codes.map((code) => (
        <p key={code}>{codeText(t, `fault.${code}`, code)}</p>
      ))}
    </Banner>
  )
}
