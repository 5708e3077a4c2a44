'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { EmptyState } from '../kit/empty-state'
import { FailureBanner } from '../kit/failure-banner'
import { PageHeader } from '../kit/page-header'
import { Panel } from '../kit/panel'
import { useToast } from '../kit/toast'
import { FacilityDialog } from './facility-dialog'
import { FacilityFilters, fitsFacilityFilter, NO_FACILITY_FILTER } from './facility-filters'
import { FacilityRestDialog } from './facility-rest-dialog'
import { FacilityTable } from './facility-table'
import { useList } from './use-list'

type Open = null | { readonly kind: 'edit'; readonly facility: FacilityView | null } | RestOpen
type RestOpen = { readonly kind: 'rest'; readonly facility: FacilityView }

export function FacilityBoard({
  facilities: initial,
  regions,
}: {
  readonly facilities: readonly FacilityView[]
  readonly regions: readonly RegionView[]
}) {
  const t = useTranslations('facilities')
  const toast = useToast()
  const [facilities, refresh] = useList<FacilityView>('facilities', initial)
  const [filter, setFilter] = useState(NO_FACILITY_FILTER)
  const [open, setOpen] = useState<Open>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const close = () => setOpen(null)
  const done = () => {
    close()
    void refresh()
  }
  const activate = async (facility: FacilityView) => {
    close()
    const answer = await apiPost(`facilities/${facility.facilityId}`, { isActive: true })
    setFailure(answer.ok ? null : answer)
    if (answer.ok) toast(t('activated', { name: facility.name }))
    await refresh()
  }

  const shown = facilities.filter((facility) => fitsFacilityFilter(facility, filter))
  const active = facilities.filter((facility) => facility.isActive)
  return (
    <div className="grid gap-3 p-3">
      <PageHeader
        title={t('title')}
        note={t('summary', summaryOf(active))}
        actions={
          <Button tone="primary" onClick={() => setOpen({ kind: 'edit', facility: null })}>
            <Plus size={16} aria-hidden="true" />
            {t('add')}
          </Button>
        }
      />
      <FacilityFilters filter={filter} onChange={setFilter} regions={regions} />
      {failure && <FailureBanner failure={failure} />}
      <Panel isFlush className="overflow-hidden">
        {shown.length > 0 && (
          <FacilityTable facilities={shown} onChange={(facility) => setOpen({ kind: 'edit', facility })} />
        )}
        {shown.length === 0 && (
          <NothingShown isEmpty={facilities.length === 0} onClear={() => setFilter(NO_FACILITY_FILTER)} />
        )}
      </Panel>
      {open?.kind === 'edit' && (
        <FacilityDialog
          facility={open.facility}
          regions={regions}
          centres={active.filter((facility) => facility.type === 'regional_centre')}
          onClose={close}
          onSaved={done}
          onRest={(facility) => (facility.isActive ? setOpen({ kind: 'rest', facility }) : void activate(facility))}
        />
      )}
      {open?.kind === 'rest' && (
        <FacilityRestDialog
          facility={open.facility}
          answeredCount={countAnswered(active, open.facility.facilityId)}
          onClose={close}
          onDone={done}
        />
      )}
    </div>
  )
}

function NothingShown({ isEmpty, onClear }: { readonly isEmpty: boolean; readonly onClear: () => void }) {
  const t = useTranslations('facilities')
  if (isEmpty) {
    return (
      <EmptyState tone="routine" title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState tone="routine" title={t('none')} actions={<Button onClick={onClear}>{t('clear')}</Button>}>
      {t('noneText')}
    </EmptyState>
  )
}

function summaryOf(active: readonly FacilityView[]): { facilities: number; people: number; cases: number } {
  const sum = (field: 'peopleCount' | 'openCaseCount') => active.reduce((total, each) => total + each[field], 0)
  return { facilities: active.length, people: sum('peopleCount'), cases: sum('openCaseCount') }
}

function countAnswered(active: readonly FacilityView[], id: string): number {
  return active.filter((each) => each.facilityId !== id && (each.centreId === id || each.backupCentreId === id)).length
}
