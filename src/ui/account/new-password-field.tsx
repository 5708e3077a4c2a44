import { useTranslations } from 'next-intl'
import { Field } from '../kit/field'
import { PasswordInput } from './password-input'

/** The rule stands there before anybody breaks it. */
export function NewPasswordField({ label, error }: { readonly label: string; readonly error: string | null }) {
  const t = useTranslations('account.password')
  return (
    <Field label={label} hint={t('rule')} {...(error === null ? {} : { error })}>
      {(control) => (
        <PasswordInput {...control} size="lg" name="newPassword" autoComplete="new-password" minLength={12} />
      )}
    </Field>
  )
}
