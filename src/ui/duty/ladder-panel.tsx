'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { LadderResult } from '@/cases/api/duty-views'
import { LADDERS } from '@/cases/ladder'
import { CASE_CLASSES } from '@/cases/values'
import { dayAndTime } from '@/i18n/format'
import { type ApiFailure, apiGet, apiPost } from '../api/client'
import { CLASS_TONE } from '../cases/words'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Input, Select } from '../kit/field'
import { Tag } from '../kit/mark'
import { Panel } from '../kit/panel'
import { Skeleton } from '../kit/skeleton'
import { Table, Td, Th } from '../kit/table'
import { useToast } from '../kit/toast'
import {
  type LadderLine,
  linesOf,
  type MinuteFault,
  type Minutes,
  minuteKey,
  minutesOf,
  minutesText,
  readMinutes,
} from './ladder-form'

export type RegionChoice = { readonly code: string; readonly name: string }

/** Who is called after how many minutes, for each class; a region may have minutes of its own. */
export function LadderPanel({
  regions,
  initial,
}: {
  readonly regions: readonly RegionChoice[]
  readonly initial: LadderResult | null
}) {
  const t = useTranslations('duty.ladder')
  const [shown, setShown] = useState(initial)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [code, setCode] = useState(initial?.regionCode ?? regions[0]?.code ?? '')
  const [isEditing, setIsEditing] = useState(false)

  const read = useCallback(async (regionCode: string) => {
    const answer = await apiGet<LadderResult>(`regions/${regionCode}/ladder`)
    if (answer.ok) setShown(answer.data)
    setFailure(answer.ok ? null : answer)
  }, [])
  useEffect(() => {
    if (code !== '' && shown?.regionCode !== code) void read(code)
  }, [code, shown, read])

  const isRead = shown?.regionCode === code
  return (
    <Panel
      title={t('title')}
      note={
        isRead ? t(shown.isOwn ? 'own' : 'default', { time: shown.changedAt ? dayAndTime(shown.changedAt) : '' }) : ''
      }
      aside={
        isRead &&
        !isEditing && (
          <Button size="sm" onClick={() => setIsEditing(true)}>
            {t('change')}
          </Button>
        )
      }
      isFlush
    >
      <div className="grid gap-2 px-3 py-2.5">
        <p className="max-w-[90ch] text-ink-2">{t('note')}</p>
        {regions.length > 1 && (
          <Field label={t('region')} className="max-w-72">
            {(control) => (
              <Select {...control} value={code} disabled={isEditing} onChange={(event) => setCode(event.target.value)}>
                {regions.map((region) => (
                  <option key={region.code} value={region.code}>
                    {region.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {failure && <FailureBanner failure={failure} onRetry={() => void read(code)} />}
        {!isRead && !failure && <Skeleton className="h-64" />}
      </div>
      {isRead && (
        <LadderTable
          key={`${code}.${shown.changedAt}`}
          shown={shown}
          isEditing={isEditing}
          onSaved={(next) => {
            setShown(next)
            setIsEditing(false)
          }}
          onLeave={() => setIsEditing(false)}
        />
      )}
    </Panel>
  )
}

function LadderTable({
  shown,
  isEditing,
  onSaved,
  onLeave,
}: {
  readonly shown: LadderResult
  readonly isEditing: boolean
  readonly onSaved: (next: LadderResult) => void
  readonly onLeave: () => void
}) {
  const t = useTranslations('duty.ladder')
  const tClass = useTranslations('common.class')
  const toast = useToast()
  const [minutes, setMinutes] = useState<Minutes>(() => minutesOf(shown.ladder))
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Readonly<Record<string, MinuteFault>>>({})
  const [isReasonMissing, setIsReasonMissing] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const lines = linesOf(shown.ladder)

  const save = async () => {
    const read = readMinutes(shown.ladder, minutes)
    setFaults(read.faults ?? {})
    setIsReasonMissing(reason.trim() === '')
    if (read.faults !== null || reason.trim() === '') return
    setIsBusy(true)
    const path = `regions/${shown.regionCode}/ladder`
    const answer = await apiPost<LadderResult>(path, { ladder: read.ladder, reason: reason.trim() })
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    toast(t('saved'))
    onSaved(answer.data)
  }
  const leave = () => {
    setMinutes(minutesOf(shown.ladder))
    setFaults({})
    setFailure(null)
    onLeave()
  }

  return (
    <>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <Th className="min-w-64">{t('call')}</Th>
            {CASE_CLASSES.map((itsClass) => (
              <Th key={itsClass} className="w-36">
                <Tag tone={CLASS_TONE[itsClass]}>{tClass(itsClass)}</Tag>
              </Th>
            ))}
          </tr>
        </thead>
        {LADDERS.map((ladder) => (
          <tbody key={ladder}>
            <tr>
              <th scope="rowgroup" colSpan={4} className="border-b border-line px-3 pt-3 pb-1 text-left font-semi">
                {t(`of.${ladder}`)}
              </th>
            </tr>
            {lines
              .filter((line) => line.ladder === ladder)
              .map((line) => (
                <Line
                  key={line.key}
                  line={line}
                  minutes={minutes}
                  faults={faults}
                  isEditing={isEditing}
                  onMinutes={setMinutes}
                />
              ))}
          </tbody>
        ))}
      </Table>
      {isEditing && (
        <div className="sticky bottom-(--dock) grid gap-2 border-t border-line bg-surface p-3">
          {Object.keys(faults).length > 0 && (
            <p role="alert" className="text-emergent-ink">
              {t('faults', { count: Object.keys(faults).length })}
            </p>
          )}
          {failure && <FailureBanner failure={failure} />}
          <div className="flex flex-wrap items-end gap-2">
            <Field
              label={t('reason')}
              error={isReasonMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
              className="min-w-60 flex-1"
            >
              {(control) => (
                <Input
                  {...control}
                  value={reason}
                  maxLength={500}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Button onClick={leave}>{t('leave')}</Button>
            <Button tone="primary" isBusy={isBusy} onClick={() => void save()}>
              {isBusy ? t('saving') : t('save')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function Line({
  line,
  minutes,
  faults,
  isEditing,
  onMinutes,
}: {
  readonly line: LadderLine
  readonly minutes: Minutes
  readonly faults: Readonly<Record<string, MinuteFault>>
  readonly isEditing: boolean
  readonly onMinutes: (minutes: Minutes) => void
}) {
  const t = useTranslations('duty.ladder')
  const tClass = useTranslations('common.class')
  const action = t(`action.${line.action}`)
  return (
    <tr>
      <Td className="pl-6">{action}</Td>
      {CASE_CLASSES.map((itsClass) => {
        const rung = line.rungs[itsClass]
        if (rung === undefined)
          return (
            <Td key={itsClass} className="text-ink-3">
              {t('never')}
            </Td>
          )
        const key = minuteKey(itsClass, rung)
        const fault = faults[key]
        return (
          <Td key={itsClass}>
            {isEditing ? (
              <>
                <Input
                  inputMode="decimal"
                  unit={t('unit')}
                  aria-label={t('minutesOf', { action, class: tClass(itsClass) })}
                  aria-invalid={fault ? true : undefined}
                  value={minutes[key] ?? ''}
                  onChange={(event) => onMinutes({ ...minutes, [key]: event.target.value })}
                />
                {fault && <span className="text-12 text-emergent-ink">{t(`fault.${fault}`)}</span>}
              </>
            ) : (
              <b className="font-medium">{t('after', { minutes: minutesText(rung.afterSeconds) })}</b>
            )}
          </Td>
        )
      })}
    </tr>
  )
}
