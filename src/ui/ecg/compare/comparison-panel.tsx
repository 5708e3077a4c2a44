'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useState } from 'react'
import type { EarlierEcgsResult } from '@/cases/api/views'
import { compareRecordings } from '@/ecg/compare/compare-recordings'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'
import { shortInstant } from '@/i18n/format'
import { useAnalysis } from '../../analysis/use-analysis'
import { type ApiResult, apiGet } from '../../api/client'
import { FailureBanner } from '../../kit/failure-banner'
import { Select } from '../../kit/field'
import { Panel } from '../../kit/panel'
import { SegmentedControl } from '../../kit/segmented-control'
import { useNow } from '../../live/now'
import type { ViewerSettings } from '../viewer-settings'
import { ChangeTables } from './change-tables'
import { OverlaidBeats } from './overlaid-beats'
import { TwoTraces } from './two-traces'

type Item = EarlierEcgsResult['items'][number]
const MODES = ['overlay', 'stacked', 'side'] as const
type Mode = (typeof MODES)[number]

/** This ECG and any other of the patient: laid over each other, below or beside each other, and in numbers. */
export function ComparisonPanel({
  caseId,
  recordingId,
  analysis,
  settings,
}: {
  readonly caseId: string
  readonly recordingId: string
  readonly analysis: AnalysisJson | null
  readonly settings: ViewerSettings
}) {
  const t = useTranslations('trace.compare')
  const now = useNow()
  const id = useId()
  const [list, setList] = useState<ApiResult<EarlierEcgsResult> | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [mode, setMode] = useState<Mode>('overlay')
  useEffect(() => {
    const abort = new AbortController()
    void apiGet<EarlierEcgsResult>(`cases/${caseId}/earlier`, { signal: abort.signal }).then((answer) => {
      if (!abort.signal.aborted) setList(answer)
    })
    return () => abort.abort()
  }, [caseId])
  const others = list?.ok ? list.data.items.filter((item) => item.recordingId !== recordingId) : []
  const other = others.find((item) => item.recordingId === chosen) ?? newestBefore(others, list, recordingId)
  if (list?.ok === false) return <FailureBanner failure={list} />
  return (
    <Panel title={t('title')}>
      {!other ? (
        <p className="text-ink-2">{list ? t('none') : t('loading')}</p>
      ) : (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <label htmlFor={id} className="text-12 text-ink-2">
              {t('with')}
            </label>
            <Select
              id={id}
              className="max-w-72"
              value={other.recordingId}
              onChange={(event) => setChosen(event.target.value)}
            >
              {others.map((item) => (
                <option key={item.recordingId} value={item.recordingId}>
                  {t('then', { date: shortInstant(item.at, now), facility: item.facilityName })}
                </option>
              ))}
            </Select>
            <SegmentedControl
              look="tabs"
              label={t('mode')}
              isLabelHidden
              value={mode}
              onChange={setMode}
              segments={MODES.map((value) => ({ value, label: t(value) }))}
            />
          </div>
          <Compared key={other.recordingId} {...{ recordingId, analysis, other, mode, settings }} />
        </div>
      )}
    </Panel>
  )
}

function Compared({
  recordingId,
  analysis,
  other,
  mode,
  settings,
}: {
  readonly recordingId: string
  readonly analysis: AnalysisJson | null
  readonly other: Item
  readonly mode: Mode
  readonly settings: ViewerSettings
}) {
  const t = useTranslations('trace.compare')
  const tCode = useTranslations('analysis.comparison')
  const earlier = useAnalysis(other.recordingId)
  const changes = useMemo(
    () =>
      analysis &&
      earlier &&
      compareRecordings({
        previous: { analysis: earlier, metFindings: null },
        current: { analysis, metFindings: null },
        person: { ageDays: null, ageYears: null, sex: null },
      }),
    [analysis, earlier],
  )
  const line = changes?.codes.map((code) => tCode(`code.${code}`)).join('; ')
  return (
    <>
      {changes && <p className="font-medium">{t('changed', { what: line || tCode('nothingToSay') })}</p>}
      {mode === 'overlay' ? (
        <OverlaidBeats current={analysis} earlier={earlier} />
      ) : (
        <TwoTraces recordingId={recordingId} other={other} settings={settings} isSideBySide={mode === 'side'} />
      )}
      {analysis && earlier && <ChangeTables current={analysis} earlier={earlier} />}
    </>
  )
}

/** What came before this one; where nothing did, the newest. */
function newestBefore(others: readonly Item[], list: ApiResult<EarlierEcgsResult> | null, recordingId: string) {
  const own = list?.ok ? list.data.items.find((item) => item.recordingId === recordingId) : undefined
  const sorted = others.toSorted((one, another) => another.at.localeCompare(one.at))
  return sorted.find((item) => own === undefined || item.at < own.at) ?? sorted[0]
}
