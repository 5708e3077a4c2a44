'use client'

import { Phone } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DutyReader, DutyRegion, DutyResult } from '@/cases/api/duty-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Avatar } from '../kit/avatar'
import { buttonLook } from '../kit/button'
import { Chip } from '../kit/chip'
import { FailureBanner } from '../kit/failure-banner'
import { Panel } from '../kit/panel'
import { telHref } from '../queue/tel-href'
import { TimeSince } from '../queue/ticking'
import { useDuty } from './duty-provider'
import { PresenceMark } from './presence-mark'

/** The readers of a region: who is named to read now, who is there, and what each of them reads. */
export function RegionDuty({ region }: { readonly region: DutyRegion }) {
  const t = useTranslations('duty.region')
  const { take } = useDuty()
  const [busyId, setBusyId] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const toggle = async (reader: DutyReader) => {
    setBusyId(reader.userId)
    const named = region.readers.filter(({ userId, isOnDuty }) => (userId === reader.userId ? !isOnDuty : isOnDuty))
    const body = { regionCode: region.regionCode, userIds: named.map(({ userId }) => userId) }
    const answer = await apiPost<DutyResult>('duty', body)
    setBusyId(null)
    setFailure(answer.ok ? null : answer)
    if (answer.ok) take(answer.data)
  }

  return (
    <Panel
      title={region.name}
      note={t(region.isSet ? 'set' : 'notSet')}
      aside={
        region.neighbour && <span className="max-md:hidden">{t('neighbour', { name: region.neighbour.name })}</span>
      }
      isFlush
    >
      {failure && (
        <div className="p-3">
          <FailureBanner failure={failure} />
        </div>
      )}
      {region.readers.length === 0 && <p className="p-3 text-ink-2">{t('noReaders')}</p>}
      <ul>
        {region.readers.map((reader) => (
          <ReaderLine
            key={reader.userId}
            // The tick moves with the press; what the server answers comes over it.
            reader={reader.userId === busyId ? { ...reader, isOnDuty: !reader.isOnDuty } : reader}
            isBusy={busyId !== null}
            onToggle={() => void toggle(reader)}
          />
        ))}
      </ul>
    </Panel>
  )
}

function ReaderLine({
  reader,
  isBusy,
  onToggle,
}: {
  readonly reader: DutyReader
  readonly isBusy: boolean
  readonly onToggle: () => void
}) {
  const t = useTranslations('duty')
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 border-t border-line px-3 py-2 first:border-t-0 md:grid-cols-[minmax(0,1.2fr)_150px_minmax(0,1fr)_auto]">
      <label className="flex min-h-ctl min-w-0 cursor-pointer items-center gap-2.5">
        <input
          type="checkbox"
          checked={reader.isOnDuty}
          disabled={isBusy}
          onChange={onToggle}
          aria-label={t('region.onDuty', { name: reader.name })}
          className="size-[18px] flex-none accent-accent max-md:size-6"
        />
        <Avatar name={reader.name} isStrong={reader.isPresent && !reader.isAway} />
        <span className="min-w-0 leading-tight">
          <b className="block truncate">{reader.name}</b>
          <span className="text-12 text-ink-2">{reader.title}</span>
        </span>
        {reader.isOnDuty && <Chip tone="done">{t('region.reads')}</Chip>}
      </label>
      <PresenceMark reader={reader} />
      <span className="min-w-0 text-ink-2">
        {reader.reading.length === 0
          ? t('free')
          : reader.reading.map(({ caseId, number, claimedAt }) => (
              <Link key={caseId} href={`/review/${caseId}`} className="block hover:underline">
                {t.rich('reading', { number, time: () => <TimeSince at={claimedAt} /> })}
              </Link>
            ))}
      </span>
      {reader.phone === null ? (
        <span className="text-12 text-ink-3">{t('region.noPhone')}</span>
      ) : (
        <a className={buttonLook({ size: 'sm' })} href={telHref(reader.phone)}>
          <Phone size={14} aria-hidden="true" />
          {reader.phone}
        </a>
      )}
    </li>
  )
}
