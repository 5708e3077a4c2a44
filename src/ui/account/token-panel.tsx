'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TokenView } from '@/cases/api/admin-views'
import { dayAndTime } from '@/i18n/format'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { Panel } from '../kit/panel'
import { useToast } from '../kit/toast'
import { CreateTokenForm } from './create-token-form'

export function TokenPanel({
  tokens,
  onChange,
}: {
  readonly tokens: readonly TokenView[]
  readonly onChange: (tokens: readonly TokenView[]) => void
}) {
  const t = useTranslations('account.tokens')
  const [leaving, setLeaving] = useState<TokenView | null>(null)
  return (
    <Panel title={t('title')} isFlush>
      <div className="border-b border-line p-3">
        <p className="mb-3 text-ink-2">{t('note')}</p>
        <CreateTokenForm onCreated={(token) => onChange([token, ...tokens])} />
      </div>
      {tokens.length === 0 && <p className="px-3 py-4 text-ink-2">{t('empty')}</p>}
      <ul className="divide-y divide-line">
        {tokens.map((token) => (
          <TokenRow key={token.tokenId} token={token} onRevoke={() => setLeaving(token)} />
        ))}
      </ul>
      {leaving && (
        <RevokeDialog
          token={leaving}
          onClose={() => setLeaving(null)}
          onRevoked={() => onChange(tokens.filter((token) => token.tokenId !== leaving.tokenId))}
        />
      )}
    </Panel>
  )
}

function TokenRow({ token, onRevoke }: { readonly token: TokenView; readonly onRevoke: () => void }) {
  const t = useTranslations('account.tokens')
  const used = token.lastUsedAt === null ? t('usedNever') : t('used', { at: dayAndTime(token.lastUsedAt) })
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 px-3 py-2">
      <div className="min-w-0">
        <p className="truncate font-medium">{token.name}</p>
        <p className="text-12 text-ink-2">
          {t('until', { until: dayAndTime(token.expiresAt) })} · {used}
        </p>
      </div>
      <Button size="sm" onClick={onRevoke} aria-label={t('revokeNamed', { name: token.name })}>
        {t('revoke')}
      </Button>
    </li>
  )
}

function RevokeDialog({
  token,
  onClose,
  onRevoked,
}: {
  readonly token: TokenView
  readonly onClose: () => void
  readonly onRevoked: () => void
}) {
  const t = useTranslations('account.tokens')
  const common = useTranslations('common')
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const revoke = async () => {
    setIsBusy(true)
    const answer = await apiPost(`account/tokens/${token.tokenId}/revoke`, {})
    setIsBusy(false)
    if (!answer.ok && answer.problem?.code !== 'not_found') return setFailure(answer)
    onRevoked()
    onClose()
    toast(t('revoked'))
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('revokeTitle', { name: token.name })}
      description={t('revokeText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="danger" isBusy={isBusy} onClick={() => void revoke()}>
            {t('revoke')}
          </Button>
        </>
      }
    >
      {failure && <FailureBanner failure={failure} />}
    </Dialog>
  )
}
