'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DutyReader } from '@/cases/api/duty-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Avatar } from '../kit/avatar'
import { Button } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Dialog } from '../kit/dialog'
import { EmptyState } from '../kit/empty-state'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Textarea } from '../kit/field'
import { Skeleton } from '../kit/skeleton'
import { useToast } from '../kit/toast'
import { useMe } from '../live/live-provider'
import { TimeSince } from '../queue/ticking'
import { useDuty } from './duty-provider'
import { PresenceMark } from './presence-mark'
import { readersToAsk } from './readers'

type Props = {
  readonly caseId: string
  readonly number: string
  /** Who reads it now; cannot be given it again. */
  readonly holderId: string | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Gives a case to a named colleague, who hears an alarm and holds it from then on. */
export function HandOverDialog({ caseId, number, holderId, onClose, onDone }: Props) {
  const t = useTranslations('duty.handOver')
  const me = useMe()
  const toast = useToast()
  const { result, failure: dutyFailure, reload } = useDuty()
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const isAssigning = me.role === 'coordinator'
  const readers = readersToAsk(
    result,
    [holderId, me.userId].filter((id) => id !== null),
  )

  const give = async () => {
    const reader = readers.find(({ userId }) => userId === chosen)
    if (!reader) return setIsMissing(true)
    setIsBusy(true)
    const body = { toUserId: reader.userId, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const answer = await apiPost(`cases/${caseId}/hand-over`, body)
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    toast(t('done', { number, name: reader.name }))
    onDone()
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(isAssigning ? 'assignTitle' : 'title', { number })}
      description={t('note')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isBusy={isBusy} disabled={readers.length === 0} onClick={() => void give()}>
            {isBusy ? t('busy') : t(isAssigning ? 'assign' : 'give')}
          </Button>
        </>
      }
    >
      {result === null && dutyFailure && <FailureBanner failure={dutyFailure} onRetry={() => void reload()} />}
      {result === null && !dutyFailure && <Skeleton className="h-24" />}
      {result !== null && readers.length === 0 && (
        <EmptyState tone="urgent" title={t('nobody')}>
          {t('nobodyText')}
        </EmptyState>
      )}
      {readers.length > 0 && (
        <fieldset className="grid min-w-0 gap-1">
          <legend className="mb-1.5 font-medium">{t('to')}</legend>
          {readers.map((reader) => (
            <ReaderChoice
              key={reader.userId}
              reader={reader}
              isChosen={reader.userId === chosen}
              onChoose={() => {
                setChosen(reader.userId)
                setIsMissing(false)
              }}
            />
          ))}
        </fieldset>
      )}
      {isMissing && (
        <p role="alert" className="text-12 text-emergent-ink">
          {t('missing')}
        </p>
      )}
      <Field label={t('words')} hint={t('wordsHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {failure && <FailureBanner failure={failure} />}
    </Dialog>
  )
}

function ReaderChoice({
  reader,
  isChosen,
  onChoose,
}: {
  readonly reader: DutyReader
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const t = useTranslations('duty')
  const [first] = reader.reading
  return (
    <label
      className={classNames(
        'flex min-h-tap cursor-pointer items-center gap-2.5 rounded-2 border px-2.5 py-1.5',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-surface-2',
      )}
    >
      <input
        type="radio"
        name="to"
        checked={isChosen}
        onChange={onChoose}
        className="size-[18px] flex-none accent-accent"
      />
      <Avatar name={reader.name} isStrong={reader.isPresent && !reader.isAway} />
      <span className="min-w-0 flex-1 leading-tight">
        <b className="block truncate">{reader.name}</b>
        <span className="text-12 text-ink-2">
          {first === undefined
            ? t('free')
            : t.rich('reading', { number: first.number, time: () => <TimeSince at={first.claimedAt} /> })}
        </span>
      </span>
      <PresenceMark reader={reader} />
    </label>
  )
}
