'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PasswordInput } from '../../account/password-input'
import { type ApiFailure, apiPost } from '../../api/client'
import { useFailureText } from '../../api/use-failure-text'
import { Banner } from '../../kit/banner'
import { Button } from '../../kit/button'
import { Field } from '../../kit/field'

/** A signature asks for the password again when the last was long ago; what is written stays. */
export function ConfirmPassword({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const t = useTranslations('report.password')
  const failureText = useFailureText()
  const [password, setPassword] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const confirm = async () => {
    setIsBusy(true)
    const answer = await apiPost('account/confirm', { password })
    setIsBusy(false)
    setPassword('')
    setFailure(answer.ok ? null : answer)
    if (answer.ok) onConfirmed()
  }
  return (
    <Banner tone="quality" title={t('title')} isAlert>
      <form
        className="mt-2 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (password !== '') void confirm()
        }}
      >
        <Field label={t('label')} error={failure === null ? undefined : failureText(failure)}>
          {(control) => (
            <PasswordInput
              {...control}
              autoFocus
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" isBusy={isBusy} disabled={password === ''}>
          {t('confirm')}
        </Button>
      </form>
    </Banner>
  )
}
