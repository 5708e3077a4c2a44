'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SessionView, TokenView } from '@/cases/api/admin-views'
import type { Role } from '@/cases/values'
import { PageHeader } from '../kit/page-header'
import { Panel } from '../kit/panel'
import { ChangePasswordForm } from './change-password-form'
import { SessionList } from './session-list'
import { TokenPanel } from './token-panel'

export type Owner = {
  readonly name: string
  readonly title: string | null
  readonly email: string
  readonly role: Role
  readonly facilityName: string | null
  readonly regionNames: readonly string[]
}

export function AccountBoard({
  owner,
  sessions: firstSessions,
  tokens: firstTokens,
}: {
  readonly owner: Owner
  readonly sessions: readonly SessionView[]
  readonly tokens: readonly TokenView[]
}) {
  const t = useTranslations('account')
  const [sessions, setSessions] = useState(firstSessions)
  const [tokens, setTokens] = useState(firstTokens)
  return (
    <div className="mx-auto grid w-full max-w-[1100px] gap-3 p-3">
      <PageHeader title={t('title')} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <div className="grid gap-3">
          <OwnerPanel owner={owner} />
          <ChangePasswordForm
            email={owner.email}
            onChanged={() => setSessions((before) => before.filter((session) => session.isCurrent))}
          />
        </div>
        <div className="grid gap-3">
          <SessionList
            sessions={sessions}
            onEnded={(id) => setSessions((before) => before.filter((session) => session.sessionId !== id))}
          />
          <TokenPanel tokens={tokens} onChange={setTokens} />
        </div>
      </div>
    </div>
  )
}

function OwnerPanel({ owner }: { readonly owner: Owner }) {
  const t = useTranslations('account.you')
  const role = useTranslations('common.role')
  const regions = owner.regionNames.length === 0 ? t('wholeCountry') : owner.regionNames.join(', ')
  const facts: readonly (readonly [string, string])[] = [
    [t('name'), owner.title ? `${owner.name}, ${owner.title}` : owner.name],
    [t('email'), owner.email],
    [t('role'), role(owner.role)],
    ...(owner.facilityName ? [[t('facility'), owner.facilityName] as const] : []),
    ...(owner.role === 'nurse' ? [] : [[t('regions'), regions] as const]),
  ]
  return (
    <Panel title={t('title')} aside={t('note')}>
      <dl className="grid grid-cols-[minmax(72px,auto)_1fr] gap-x-4 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
