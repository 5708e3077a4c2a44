'use client'

import { useTranslations } from 'next-intl'
import type { DutyResult, LadderResult } from '@/cases/api/duty-views'
import { FailureBanner } from '../kit/failure-banner'
import { PageHeader } from '../kit/page-header'
import { useLiveEvents, useReadPlanner } from '../live/live-provider'
import { useDuty } from './duty-provider'
import { EmptyDuty } from './empty-duty'
import { LadderPanel, type RegionChoice } from './ladder-panel'
import { RegionDuty } from './region-duty'

const AFTER_EVENT_MS = 1000
const GAP_MS = 5000

/** Who reads now, and the ladder that calls people when nobody does. An administrator sees the ladder alone. */
export function DutyBoard({
  initial,
  regions,
  ladder,
}: {
  readonly initial: DutyResult | null
  readonly regions: readonly RegionChoice[]
  readonly ladder: LadderResult | null
}) {
  const t = useTranslations('duty')
  return (
    <div className="mx-auto grid max-w-[1180px] gap-3 p-3">
      <PageHeader
        title={t(initial === null ? 'ladder.title' : 'title')}
        note={initial === null ? undefined : t('note')}
      />
      {initial !== null && <Readers initial={initial} />}
      <LadderPanel regions={regions} initial={ladder} />
    </div>
  )
}

function Readers({ initial }: { readonly initial: DutyResult }) {
  const { result, failure, reload } = useDuty()
  const planner = useReadPlanner(() => void reload(), GAP_MS)
  useLiveEvents(() => planner.within(AFTER_EVENT_MS))
  return (
    <>
      <EmptyDuty />
      {failure && <FailureBanner failure={failure} onRetry={() => void reload()} />}
      {(result ?? initial).regions.map((region) => (
        <RegionDuty key={region.regionCode} region={region} />
      ))}
    </>
  )
}
