'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import type { FileView, NeededDescriptionView } from '@/cases/api/views'
import { LEAD_NAMES, type LeadName, STANDARD_LEADS } from '@/ecg/types'
import { type ApiFailure, apiPost } from '../../api/client'
import { Button } from '../../kit/button'
import { Field, Input, Select } from '../../kit/field'
import { ColumnLeads } from './column-leads'

const RATES_HZ = [100, 125, 250, 256, 360, 400, 500, 512, 800, 1000]
const UNITS = ['uV', 'mV'] as const

/** The file holds bare numbers: asks only for what it does not say itself. The file is kept either way. */
export function DescribeFile({
  file,
  needs,
  onRead,
}: {
  readonly file: FileView
  readonly needs: NeededDescriptionView
  readonly onRead: (view: FileView) => void
}) {
  const t = useTranslations('newCase.describe')
  const [rate, setRate] = useState('')
  const [unit, setUnit] = useState('')
  const [factor, setFactor] = useState('1')
  const [columns, setColumns] = useState(() => guessLeads(needs.columnNames))
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const asks = (part: NeededDescriptionView['missing'][number]) => needs.missing.includes(part)
  const isComplete =
    (!asks('rate') || Number(rate) >= 20) &&
    (!asks('unit') || (unit !== '' && Number(factor) > 0)) &&
    (!asks('columns') || columns.some((lead) => lead !== null))
  const send = async () => {
    setIsBusy(true)
    const answer = await apiPost<FileView>(`files/${file.fileId}/description`, {
      ...(asks('rate') ? { sampleRateHz: Number(rate) } : {}),
      ...(asks('unit') ? { unit: Number(factor) === 1 ? unit : `${Number(factor)} ${unit}` } : {}),
      ...(asks('columns') ? { columns } : {}),
    })
    setIsBusy(false)
    if (answer.ok) onRead(answer.data)
    else setFailure(answer)
  }
  return (
    // It lies inside the form of the case, so it is no form of its own.
    <fieldset
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (!isEnterInField(event)) return
        event.preventDefault()
        if (isComplete && !isBusy) void send()
      }}
      className="grid gap-3 rounded-2 border border-line bg-surface-2 p-3"
    >
      <div>
        <p className="font-semi">{t('title')}</p>
        <p className="text-12 text-ink-2">{t('note', { rows: needs.rowCount, columns: needs.columnNames.length })}</p>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        {asks('rate') && (
          <Field
            label={t('rate')}
            aside={t('hz')}
            hint={Number(rate) > 0 && t('length', { seconds: lengthOf(needs, rate) })}
          >
            {(control) => (
              <>
                <Input
                  {...control}
                  inputMode="decimal"
                  list={`${control.id}-rates`}
                  value={rate}
                  onChange={(event) => setRate(event.target.value.replace(',', '.'))}
                />
                <datalist id={`${control.id}-rates`}>
                  {RATES_HZ.map((hz) => (
                    <option key={hz} value={hz} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        )}
        {asks('unit') && (
          <Field label={t('unit')} hint={t('unitHint')}>
            {(control) => (
              <span className="flex gap-1.5">
                <Input
                  aria-label={t('factor')}
                  inputMode="decimal"
                  value={factor}
                  onChange={(event) => setFactor(event.target.value.replace(',', '.'))}
                />
                <Select {...control} value={unit} onChange={(event) => setUnit(event.target.value)}>
                  <option value="">{t('choose')}</option>
                  {UNITS.map((one) => (
                    <option key={one} value={one}>
                      {t(`units.${one}`)}
                    </option>
                  ))}
                </Select>
              </span>
            )}
          </Field>
        )}
      </div>
      {asks('columns') && <ColumnLeads needs={needs} columns={columns} onChange={setColumns} />}
      {failure && (
        <p role="alert" className="text-12 text-emergent-ink">
          {t('refused', { reason: failure.problem?.title ?? '' })}
        </p>
      )}
      <div>
        <Button tone="primary" isBusy={isBusy} disabled={!isComplete} onClick={() => void send()}>
          {t('read')}
        </Button>
      </div>
    </fieldset>
  )
}

function isEnterInField({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' && target instanceof HTMLInputElement
}

function lengthOf({ rowCount }: NeededDescriptionView, rate: string): number {
  return Math.round((rowCount / Number(rate)) * 10) / 10
}

/** Headings that are names of leads; twelve columns without any are the usual order. */
function guessLeads(names: readonly (string | null)[]): readonly (LeadName | null)[] {
  const known = names.map(
    (name) => LEAD_NAMES.find((lead) => lead.toLowerCase() === name?.trim().toLowerCase()) ?? null,
  )
  if (known.some((lead) => lead !== null) || names.length !== STANDARD_LEADS.length) return known
  return STANDARD_LEADS
}
