'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { TokenView } from '@/cases/api/admin-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Input, Select } from '../kit/field'
import { fieldFault } from './field-fault'
import { SecretBox } from './secret-box'

const DAYS = [7, 30, 90, 365] as const
type Made = { readonly token: string; readonly tokenId: string; readonly expiresAt: string }

export function CreateTokenForm({ onCreated }: { readonly onCreated: (token: TokenView) => void }) {
  const t = useTranslations('account.tokens')
  const [isBusy, setIsBusy] = useState(false)
  const [isNameMissing, setIsNameMissing] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [made, setMade] = useState<Made | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const name = String(typed.get('name') ?? '').trim()
    setIsNameMissing(name === '')
    if (name === '') return
    setIsBusy(true)
    setFailure(null)
    const answer = await apiPost<Made>('account/tokens', { name, days: Number(typed.get('days')) })
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    const { tokenId, expiresAt } = answer.data
    setMade(answer.data)
    onCreated({ tokenId, name, createdAt: new Date().toISOString(), expiresAt, lastUsedAt: null })
    form.reset()
  }

  return (
    <div className="grid gap-3">
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-wrap items-start gap-3">
        <Field
          label={t('name')}
          className="min-w-0 flex-1 basis-56"
          {...(isNameMissing ? { error: t('nameMissing') } : {})}
        >
          {(control) => <Input {...control} name="name" maxLength={80} placeholder={t('namePlaceholder')} />}
        </Field>
        <Field label={t('days')} className="w-32">
          {(control) => (
            <Select {...control} name="days" defaultValue="90">
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  {t('dayCount', { days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" isBusy={isBusy} className="mt-[25px] max-md:mt-0 max-md:w-full">
          {isBusy ? t('busy') : t('create')}
        </Button>
      </form>
      {failure && <CreateFailure failure={failure} />}
      {made && (
        <Banner tone="done" title={t('made')} isAlert>
          <p className="mb-2">{t('madeText')}</p>
          <SecretBox label={t('made')} secret={made.token} />
          <Button size="sm" onClick={() => setMade(null)}>
            {t('hide')}
          </Button>
        </Banner>
      )}
    </div>
  )
}

function CreateFailure({ failure }: { readonly failure: ApiFailure }) {
  const t = useTranslations('account.tokens')
  if (fieldFault(failure, '') !== 'too_many_tokens') return <FailureBanner failure={failure} />
  return (
    <Banner tone="urgent" isAlert>
      {t('fault.too_many_tokens')}
    </Banner>
  )
}
