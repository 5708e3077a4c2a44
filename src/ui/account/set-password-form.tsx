'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { codeText } from '@/i18n/code-text'
import { type ApiFailure, apiPost } from '../api/client'
import { Banner } from '../kit/banner'
import { Button, ButtonLink } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { unlockSound } from '../live/alarm'
import { fieldFault } from './field-fault'
import { NewPasswordField } from './new-password-field'
import { requestSignIn } from './sign-in-request'

type Step = 'ready' | 'busy' | 'set'

/** Sets the password with the link's secret, then signs in with it at once. */
export function SetPasswordForm({
  token,
  email,
  isSafe,
}: {
  readonly token: string
  readonly email: string
  readonly isSafe: boolean
}) {
  const t = useTranslations('signIn.link')
  const signIn = useTranslations('signIn')
  const rules = useTranslations('account.password')
  const router = useRouter()
  const [step, setStep] = useState<Step>('ready')
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    unlockSound()
    const newPassword = String(new FormData(event.currentTarget).get('newPassword') ?? '')
    setStep('busy')
    setFailure(null)
    const answer = await apiPost('links', { token, newPassword })
    if (!answer.ok) {
      setFailure(answer)
      return setStep('ready')
    }
    if ((await requestSignIn(email, newPassword)) === 'ok') return router.replace('/')
    setStep('set')
  }

  if (step === 'set') {
    return (
      <div className="grid gap-3.5">
        <Banner tone="done" isAlert>
          {t('done')}
        </Banner>
        <ButtonLink tone="primary" size="lg" isWide href="/sign-in">
          {t('toSignIn')}
        </ButtonLink>
      </div>
    )
  }
  const fault = fieldFault(failure, 'newPassword')
  const error = fault === null ? null : codeText(rules, `fault.${fault}`, '') || null
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-3.5">
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <NewPasswordField label={t('newPassword')} error={error} />
      <Button tone="primary" size="lg" isWide type="submit" isBusy={step === 'busy'} disabled={!isSafe}>
        {step === 'busy' ? t('busy') : t('submit')}
      </Button>
      {!isSafe && <Banner tone="emergent">{signIn('fault.insecure')}</Banner>}
      {failure && error === null && <FailureBanner failure={failure} />}
    </form>
  )
}
