'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { Field, Input } from '../kit/field'
import { unlockSound } from '../live/alarm'
import { type DemoAccount, DemoAccounts } from './demo-accounts'
import { PasswordInput } from './password-input'
import { requestSignIn, type SignInOutcome } from './sign-in-request'

type Fault = Exclude<SignInOutcome, 'ok'> | 'empty'

/**
 * The click that signs in also unlocks the sound, and the way on is inside the page, so that it stays unlocked.
 * Inputs are the browser's own: password managers fill them, and nothing typed is lost when the line is.
 */
export function SignInForm({
  next,
  isSafe,
  demo,
}: {
  readonly next: string
  readonly isSafe: boolean
  readonly demo: readonly DemoAccount[]
}) {
  const t = useTranslations('signIn')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(isSafe ? null : 'insecure')

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    unlockSound()
    const typed = new FormData(event.currentTarget)
    const email = String(typed.get('email') ?? '').trim()
    const password = String(typed.get('password') ?? '')
    if (email === '' || password === '') return setFault('empty')
    setIsBusy(true)
    setFault(null)
    const outcome = await requestSignIn(email, password)
    // The page was checked on the server to be one of this site.
    if (outcome === 'ok') return router.replace(next as Route)
    setIsBusy(false)
    setFault(outcome)
    if (outcome === 'wrong_password') form.current?.querySelector<HTMLInputElement>('[name=password]')?.select()
  }

  const fill = (account: DemoAccount) => {
    for (const name of ['email', 'password'] as const) {
      const input = form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)
      if (input) input.value = account[name]
    }
    form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus()
  }

  return (
    <div className="my-auto grid gap-6 py-4">
      <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-3.5">
        <h1 className="text-20 lg:text-[22px]">{t('title')}</h1>
        {next !== '/' && <p className="text-ink-2">{t('goOn')}</p>}
        <Field label={t('email')}>
          {(control) => (
            <Input {...control} size="lg" name="email" type="email" autoComplete="username" autoCapitalize="none" />
          )}
        </Field>
        <Field label={t('password')}>
          {(control) => <PasswordInput {...control} size="lg" name="password" autoComplete="current-password" />}
        </Field>
        <Button tone="primary" size="lg" isWide type="submit" isBusy={isBusy} disabled={!isSafe}>
          {isBusy ? t('busy') : t('submit')}
        </Button>
        {fault && (
          <Banner tone={fault === 'empty' ? 'urgent' : 'emergent'} isAlert>
            {t(`fault.${fault}`)}
          </Banner>
        )}
        <p className="text-12 text-ink-2">{t('note')}</p>
      </form>
      {demo.length > 0 && <DemoAccounts accounts={demo} onChoose={fill} />}
    </div>
  )
}
