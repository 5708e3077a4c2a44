'use client'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { ApiFailure } from '../../api/client'
import { Banner } from '../../kit/banner'
import { ButtonLink } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { PhoneLink } from '../phone-link'

/** Why the case did not go out, and what to do: the form stays as it is. */
export function SendFailure({
  failure,
  phone,
  onRetry,
}: {
  readonly failure: ApiFailure & { readonly draftId: string | null }
  readonly phone: string | null
  readonly onRetry: () => void
}) {
  const t = useTranslations('newCase.send')
  const code = failure.problem?.code
  if (code === 'conflict' && failure.draftId) {
    return (
      <Banner
        tone="urgent"
        isAlert
        actions={
          <ButtonLink size="sm" href={`/cases/${failure.draftId}` as Route}>
            {t('openSent')}
          </ButtonLink>
        }
      >
        {t('alreadySent')}
      </Banner>
    )
  }
  if (code === 'idempotency_key_reused') {
    return (
      <Banner
        tone="urgent"
        isAlert
        actions={
          <ButtonLink size="sm" href="/cases">
            {t('toCases')}
          </ButtonLink>
        }
      >
        {t('reused')}
      </Banner>
    )
  }
  return (
    <div className="grid gap-2">
      <FailureBanner failure={failure} onRetry={onRetry} />
      {failure.problem === null && phone && (
        <Banner tone="emergent" title={t('noReceipt')} actions={<PhoneLink phone={phone} />} />
      )}
    </div>
  )
}
