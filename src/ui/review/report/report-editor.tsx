'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { avoidList } from '@/cases/report/avoid-list'
import { withLeads, withoutStatement, withStatement, withTemplate, withWhole } from '@/cases/report/edit'
import type { ReportProblem, ReportSetting } from '@/cases/report/report-problems'
import { diagnosisOf, statementOf } from '@/cases/report/statements'
import { Button } from '../../kit/button'
import { Field, Textarea } from '../../kit/field'
import { AvoidList } from '../../report/avoid-list'
import type { StructureEditor } from '../use-structure'
import { CommandLine } from './command-line'
import { DoseInputs } from './dose-inputs'
import type { Entry } from './entries'
import { AskFirst, LysisChecklist } from './lysis-checklist'
import { MeasurementsLine } from './measurements-line'
import { OverrideRequest } from './override-request'
import { Recommendations } from './recommendations'
import { measuredOf } from './report-setting'
import { StatementList } from './statement-list'
import { StrategyTable } from './strategy-table'
import { Suggestions } from './suggestions'
import { useFavourites } from './use-favourites'

type Props = {
  readonly view: CaseView
  readonly editor: StructureEditor
  readonly setting: ReportSetting
  readonly problems: readonly ReportProblem[]
  readonly canWrite: boolean
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChanged: () => void
}

/** A report in codes, by keyboard: what the ECG shows, and what to do about it. */
export function ReportEditor({ view, editor, setting, problems, canWrite, field, onChanged }: Props) {
  const t = useTranslations('report.editor')
  const { structure, change } = editor
  const { recordingId } = structure
  const [chosenAt, setChosenAt] = useState<number | null>(null)
  const [favourites, markFavourite] = useFavourites()
  const last = structure.statements.length - 1
  const at = Math.min(chosenAt ?? last, last)
  const measured = measuredOf(view, recordingId)

  const enter = (entry: Entry) => {
    if (entry.kind === 'leads') return change(withLeads(structure, entry.leads, at))
    if (entry.kind === 'template') return change(withTemplate(structure, String(entry.code)))
    if (entry.kind === 'diagnosis') return change({ ...structure, diagnosis: String(entry.code) })
    if (entry.kind === 'confirm') return change({ ...structure, measurements: measured })
    // What is added next belongs to the newest statement again.
    if (entry.kind === 'statement') setChosenAt(null)
    return change(withStatement(structure, entry.statement, at))
  }
  const walk = (by: 1 | -1) => setChosenAt(Math.min(last, Math.max(0, at + by)))
  return (
    <div className="grid gap-3">
      <CommandLine
        field={field}
        isDisabled={!canWrite}
        chosen={structure.statements[at] ?? null}
        onEnter={enter}
        onWalk={walk}
        onTakeBack={() => last >= 0 && change(withoutStatement(structure, at))}
      />
      <Quick
        title={t('favourites')}
        codes={favourites.filter((code) => !structure.statements.some((one) => one.code === code))}
        onEnter={(code) => change(withWhole(structure, { code, modifiers: [], leads: [], secondary: [] }))}
      />
      <Suggestions
        view={view}
        recordingId={recordingId}
        setting={setting}
        onAgree={(statement) => change(withWhole(structure, statement))}
        onReviewed={onChanged}
      />
      <StatementList
        statements={structure.statements}
        at={at}
        wrong={problems.flatMap(({ path }) => (path.startsWith('statements.') ? [Number(path.split('.')[1])] : []))}
        favourites={favourites}
        onChoose={setChosenAt}
        onRemove={(index) => change(withoutStatement(structure, index))}
        onFavourite={markFavourite}
      />
      <Quick
        title={t('comparison')}
        codes={(view.comparison?.codes ?? []).filter((code) => code !== structure.comparison)}
        onEnter={(code) => change({ ...structure, comparison: code })}
      />
      <Chosen
        title={t('comparison')}
        text={structure.comparison === null ? null : (statementOf(structure.comparison)?.en ?? '')}
        onRemove={() => change({ ...structure, comparison: null })}
      />
      <Chosen
        title={t('diagnosis')}
        text={structure.diagnosis === null ? null : `${diagnosisOf(structure.diagnosis)?.en} (${structure.diagnosis})`}
        onRemove={() => change({ ...structure, diagnosis: null })}
      />
      <MeasurementsLine
        measured={measured}
        confirmed={structure.measurements}
        onChange={(measurements) => change({ ...structure, measurements })}
      />
      <Field label={t('conclusionText')} hint={t('conclusionHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={8000}
            readOnly={!canWrite}
            value={structure.conclusionText}
            onChange={(event) => change({ ...structure, conclusionText: event.target.value })}
          />
        )}
      </Field>
      <StrategyTable view={view} structure={structure} setting={setting} onChange={change} />
      <Recommendations
        structure={structure}
        setting={setting}
        onChange={change}
        lysis={
          <>
            <LysisChecklist structure={structure} setting={setting} onChange={change} />
            <OverrideRequest view={view} structure={structure} setting={setting} onAsked={onChanged} />
          </>
        }
      />
      <DoseInputs structure={structure} setting={setting} onChange={change} />
      <AskFirst structure={structure} setting={setting} onChange={change} />
      <AvoidList avoided={avoidList(setting.facts, structure.answers)} />
      <Field label={t('recommendationText')} hint={t('recommendationHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={8000}
            readOnly={!canWrite}
            value={structure.recommendationText}
            onChange={(event) => change({ ...structure, recommendationText: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

/** Statements that are one press away. */
function Quick({
  title,
  codes,
  onEnter,
}: {
  readonly title: string
  readonly codes: readonly number[]
  readonly onEnter: (code: number) => void
}) {
  if (codes.length === 0) return null
  return (
    <section aria-label={title} className="flex flex-wrap items-center gap-1">
      <h3 className="mr-1 text-12 font-medium text-ink-2">{title}</h3>
      {codes.map((code) => (
        <Button key={code} size="sm" onClick={() => onEnter(code)}>
          <span className="text-ink-3">{code}</span> {statementOf(code)?.en}
        </Button>
      ))}
    </section>
  )
}

function Chosen({
  title,
  text,
  onRemove,
}: {
  readonly title: string
  readonly text: string | null
  readonly onRemove: () => void
}) {
  const t = useTranslations('report.editor')
  if (text === null) return null
  return (
    <p className="flex items-center gap-2">
      <span className="text-12 text-ink-2">{title}</span>
      <b className="min-w-0 flex-1 font-medium">{text}</b>
      <Button size="sm" tone="quiet" aria-label={t('remove', { text })} onClick={onRemove}>
        {t('removeShort')}
      </Button>
    </p>
  )
}
