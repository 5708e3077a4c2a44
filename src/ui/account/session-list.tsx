'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SessionView } from '@/cases/api/admin-views'
import { dayAndTime } from '@/i18n/format'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Chip } from '../kit/chip'
import { FailureBanner } from '../kit/failure-banner'
import { Panel } from '../kit/panel'
import { useToast } from '../kit/toast'
import { browserName } from './browser-name'

const SHORT_COUNT = 5

export function SessionList({
  sessions,
  onEnded,
}: {
  readonly sessions: readonly SessionView[]
  readonly onEnded: (sessionId: string) => void
}) {
  const t = useTranslations('account.sessions')
  const toast = useToast()
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [isWhole, setIsWhole] = useState(false)

  const end = async (sessionId: string) => {
    setFailure(null)
    const answer = await apiPost(`account/sessions/${sessionId}/revoke`, {})
    if (!answer.ok && answer.problem?.code !== 'not_found') return setFailure(answer)
    onEnded(sessionId)
    toast(t('ended'))
  }

  return (
    <Panel title={t('title')} isFlush>
      {failure && (
        <div className="p-3">
          <FailureBanner failure={failure} />
        </div>
      )}
      <ul className="divide-y divide-line">
        {(isWhole ? sessions : sessions.slice(0, SHORT_COUNT)).map((session) => (
          <SessionRow key={session.sessionId} session={session} onEnd={() => void end(session.sessionId)} />
        ))}
      </ul>
      {!isWhole && sessions.length > SHORT_COUNT && (
        <div className="border-t border-line p-2">
          <Button tone="quiet" isWide onClick={() => setIsWhole(true)}>
            {t('showAll', { count: sessions.length })}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function SessionRow({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) {
  const t = useTranslations('account.sessions')
  const { browser, system } = browserName(session.userAgent)
  const name = t('browser', { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') })
  const since = dayAndTime(session.createdAt)
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 px-3 py-2">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="text-12 text-ink-2">{t('since', { since, until: dayAndTime(session.expiresAt) })}</p>
      </div>
      {session.isCurrent ? (
        <span className="shrink-0 whitespace-nowrap">
          <Chip tone="done">{t('current')}</Chip>
        </span>
      ) : (
        <Button size="sm" onClick={onEnd} aria-label={t('endNamed', { browser: name, since })}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}
