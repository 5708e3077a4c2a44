'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { codeText } from '@/i18n/code-text'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { Field } from '../kit/field'
import { Panel } from '../kit/panel'
import { useToast } from '../kit/toast'
import { fieldFault } from './field-fault'
import { NewPasswordField } from './new-password-field'
import { PasswordInput } from './password-input'

/** `onChanged` is told when the other sessions have ended. */
export function ChangePasswordForm({ email, onChanged }: { readonly email: string; readonly onChanged: () => void }) {
  const t = useTranslations('account.password')
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const body = {
      currentPassword: String(typed.get('currentPassword') ?? ''),
      newPassword: String(typed.get('newPassword') ?? ''),
    }
    setFailure(null)
    setIsEmpty(body.currentPassword === '' || body.newPassword === '')
    if (body.currentPassword === '' || body.newPassword === '') return
    setIsBusy(true)
    const answer = await apiPost('account/password', body)
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    form.reset()
    toast(t('changed'))
    onChanged()
  }

  const currentFault = fieldFault(failure, 'currentPassword')
  const newFault = fieldFault(failure, 'newPassword')
  const text = (code: string | null) => (code === null ? null : codeText(t, `fault.${code}`, '') || null)
  const currentError = isEmpty ? t('fault.empty') : text(currentFault)
  return (
    <Panel title={t('title')}>
      <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-3.5">
        <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
        <Field label={t('current')} {...(currentError === null ? {} : { error: currentError })}>
          {(control) => <PasswordInput {...control} size="lg" name="currentPassword" autoComplete="current-password" />}
        </Field>
        <NewPasswordField label={t('new')} error={text(newFault)} />
        {failure && currentFault === null && newFault === null && <FailureBanner failure={failure} />}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button tone="primary" type="submit" isBusy={isBusy}>
            {isBusy ? t('busy') : t('submit')}
          </Button>
          <p className="min-w-0 flex-1 basis-56 text-12 text-ink-2">{t('ends')}</p>
        </div>
      </form>
    </Panel>
  )
}
