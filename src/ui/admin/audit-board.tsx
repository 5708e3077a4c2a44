'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AuditItem } from '@/cases/api/admin-views'
import { type ApiFailure, apiGet } from '../api/client'
import { Button } from '../kit/button'
import { EmptyState } from '../kit/empty-state'
import { FailureBanner } from '../kit/failure-banner'
import { PageHeader } from '../kit/page-header'
import { Panel } from '../kit/panel'
import { type AuditActor, type AuditFilter, AuditFilters } from './audit-filters'
import { auditQueryOf } from './audit-query'
import { AuditTable } from './audit-table'

export type AuditPage = { readonly items: readonly AuditItem[]; readonly nextCursor: string | null }

/** The first page comes from the server; give it a `key` of the filter, so that another filter starts anew. */
export function AuditBoard({
  first,
  filter,
  actors,
}: {
  readonly first: AuditPage
  readonly filter: AuditFilter
  readonly actors: readonly AuditActor[]
}) {
  const t = useTranslations('audit')
  const [page, setPage] = useState(first)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const showMore = async () => {
    setIsBusy(true)
    const query = new URLSearchParams({ ...auditQueryOf(filter), cursor: page.nextCursor ?? '' })
    const answer = await apiGet<AuditPage>(`audit?${query}`)
    setIsBusy(false)
    setFailure(answer.ok ? null : answer)
    if (answer.ok) {
      const { items, nextCursor } = answer.data
      setPage((before) => ({ items: [...before.items, ...items], nextCursor }))
    }
  }

  return (
    <div className="grid gap-3 p-3">
      <PageHeader title={t('title')} note={t('note')} />
      <AuditFilters filter={filter} actors={actors} />
      <Panel isFlush className="overflow-hidden">
        {page.items.length > 0 ? (
          <AuditTable items={page.items} />
        ) : (
          <EmptyState tone="routine" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
      </Panel>
      {failure && <FailureBanner failure={failure} onRetry={() => void showMore()} />}
      {page.items.length > 0 && (
        <div className="grid justify-items-center pb-3">
          {page.nextCursor === null ? (
            <p className="text-ink-2">{t('end')}</p>
          ) : (
            <Button isBusy={isBusy} onClick={() => void showMore()} className="max-md:w-full">
              {isBusy ? t('busy') : t('more')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
