'use client'
import type { Route } from 'next'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { codeText } from '@/i18n/code-text'
import { Button } from '../kit/button'
import { Field, Input, Select } from '../kit/field'
import { AUDIT_ACTIONS } from './audit-actions'

/** As the address holds it, so that the way back and a kept link show the same list. Days are days of Tashkent. */
export type AuditFilter = {
  /** A subject (`case`) or one action (`case.claim`). */
  readonly action: string
  readonly actorId: string
  readonly from: string
  readonly to: string
}
export type AuditActor = { readonly userId: string; readonly name: string }

const CONTROL = 'min-w-0 max-md:h-tap md:w-auto'

export function AuditFilters({
  filter,
  actors,
}: {
  readonly filter: AuditFilter
  readonly actors: readonly AuditActor[]
}) {
  const t = useTranslations('audit')
  const router = useRouter()
  const path = usePathname()
  const [isBusy, startTransition] = useTransition()

  const show = (next: AuditFilter) => {
    const chosen = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''))
    // A path of this very page.
    startTransition(() => router.replace((chosen.size > 0 ? `${path}?${chosen}` : path) as Route))
  }
  const set = (field: keyof AuditFilter) => (event: { currentTarget: { value: string } }) =>
    show({ ...filter, [field]: event.currentTarget.value })
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <search aria-label={t('filters')} aria-busy={isBusy} className="flex flex-wrap items-end gap-2">
      <Field label={t('what')} className="max-md:basis-full">
        {(control) => (
          <Select {...control} className={CONTROL} value={filter.action} onChange={set('action')}>
            <option value="">{t('everything')}</option>
            {Object.entries(AUDIT_ACTIONS).map(([subject, actions]) => (
              <optgroup key={subject} label={codeText(t, `subjects.${subject}`, subject)}>
                <option value={subject}>{t('allOf', { subject: codeText(t, `subjects.${subject}`, subject) })}</option>
                {actions.map((action) => (
                  <option key={action} value={`${subject}.${action}`}>
                    {codeText(t, `actions.${subject}.${action}`, action)}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('person')} className="max-md:basis-full">
        {(control) => (
          <Select {...control} className={CONTROL} value={filter.actorId} onChange={set('actorId')}>
            <option value="">{t('everybody')}</option>
            {actors.map((actor) => (
              <option key={actor.userId} value={actor.userId}>
                {actor.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('from')} className="min-w-0 flex-1 basis-36 md:flex-none">
        {(control) => (
          <Input
            {...control}
            type="date"
            className={CONTROL}
            value={filter.from}
            max={filter.to}
            onChange={set('from')}
          />
        )}
      </Field>
      <Field label={t('to')} className="min-w-0 flex-1 basis-36 md:flex-none">
        {(control) => (
          <Input
            {...control}
            type="date"
            className={CONTROL}
            value={filter.to}
            min={filter.from}
            onChange={set('to')}
          />
        )}
      </Field>
      {isFiltered && (
        <Button tone="quiet" onClick={() => show({ action: '', actorId: '', from: '', to: '' })}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
