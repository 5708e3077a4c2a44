'use client'
import { useTranslations } from 'next-intl'
import type { ApiFailure } from '../api/client'
import { useFailureText } from '../api/use-failure-text'
import { useSignInHref } from '../api/use-sign-in-href'
import { Banner } from './banner'
import { Button, buttonLook } from './button'

/** One sentence about what failed, with the way out: sign in again, or try again. */
export function FailureBanner({
  failure,
  onRetry,
}: {
  readonly failure: ApiFailure
  readonly onRetry?: (() => void) | undefined
}) {
  const t = useTranslations('common')
  const text = useFailureText()
  const signInHref = useSignInHref()
  const isSignedOut = failure.problem?.code === 'unauthenticated'
  const actions = isSignedOut ? (
    <a className={buttonLook({ size: 'sm' })} href={signInHref}>
      {t('signInAgain')}
    </a>
  ) : onRetry ? (
    <Button size="sm" onClick={onRetry}>
      {t('retry')}
    </Button>
  ) : undefined
  return (
    <Banner tone="emergent" isAlert actions={actions}>
      {text(failure)}
    </Banner>
  )
}
