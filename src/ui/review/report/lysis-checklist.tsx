'use client'

import { useTranslations } from 'next-intl'
import { LYSIS_QUESTIONS, lysisCheck } from '@/cases/report/lysis-check'
import { PROTOCOL, type Question } from '@/cases/report/protocol'
import type { ReportSetting } from '@/cases/report/report-problems'
import { ANSWERS, type Answer, type ReportStructure } from '@/cases/report/structure'
import { Button } from '../../kit/button'
import { SegmentedControl } from '../../kit/segmented-control'

type Props = {
  readonly structure: ReportStructure
  readonly setting: ReportSetting
  readonly onChange: (next: ReportStructure) => void
}

const ASKED = PROTOCOL.questions.filter(({ kind }) => kind === 'ask')

/** Every question before fibrinolysis, each with yes, no or unknown; unknown counts as not answered. */
export function LysisChecklist({ structure, setting, onChange }: Props) {
  const t = useTranslations('report.lysis')
  const { unanswered, hints } = lysisCheck(structure.answers, setting.facts)
  const set = (answers: ReportStructure['answers']) =>
    onChange({ ...structure, answers: { ...structure.answers, ...answers } })
  // What forbids it is asked one by one; only what is weighed may be answered in one press.
  const open = LYSIS_QUESTIONS.filter(({ id, kind }) => kind === 'relative' && structure.answers[id] === undefined)
  return (
    <section aria-label={t('title')} className="grid gap-2">
      <div className="flex items-center gap-2">
        <h4 className="min-w-0 flex-1 font-semi">{t('title')}</h4>
        <span className={unanswered.length > 0 ? 'text-12 text-emergent-ink' : 'text-12 text-done-ink'}>
          {t('left', { count: unanswered.length })}
        </span>
      </div>
      {(['absolute', 'relative'] as const).map((kind) => (
        <Questions
          key={kind}
          title={t(kind)}
          questions={LYSIS_QUESTIONS.filter((one) => one.kind === kind)}
          answers={structure.answers}
          hintOf={(id) => (hints[id] ? t(`hint.${hints[id] as 'stroke' | 'pressure' | 'pregnant'}`) : null)}
          onAnswer={(id, answer) => set({ [id]: answer })}
        />
      ))}
      {open.length > 0 && (
        <Button size="sm" onClick={() => set(Object.fromEntries(open.map(({ id }) => [id, 'no' as const])))}>
          {t('restNo', { count: open.length })}
        </Button>
      )}
    </section>
  )
}

/** What no card says and no drug forgives: asked where an acute coronary syndrome is treated. */
export function AskFirst({ structure, setting, onChange }: Props) {
  const t = useTranslations('report.lysis')
  if (!setting.facts.isCoronary) return null
  return (
    <Questions
      title={t('ask')}
      questions={ASKED}
      answers={structure.answers}
      hintOf={() => null}
      onAnswer={(id, answer) => onChange({ ...structure, answers: { ...structure.answers, [id]: answer } })}
    />
  )
}

function Questions({
  title,
  questions,
  answers,
  hintOf,
  onAnswer,
}: {
  readonly title: string
  readonly questions: readonly Question[]
  readonly answers: ReportStructure['answers']
  readonly hintOf: (id: string) => string | null
  readonly onAnswer: (id: string, answer: Answer) => void
}) {
  const t = useTranslations('report.lysis')
  return (
    <div className="grid gap-1">
      <p className="text-12 font-medium text-ink-2">{title}</p>
      {questions.map(({ id, text, kind }) => (
        <div
          key={id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-t border-line pt-1 max-md:grid-cols-1"
        >
          <span className="text-12">
            {text}
            {hintOf(id) !== null && <b className="block font-medium text-emergent-ink">{hintOf(id)}</b>}
          </span>
          <SegmentedControl
            look="tabs"
            label={text}
            isLabelHidden
            value={answers[id] ?? null}
            onChange={(answer) => onAnswer(id, answer)}
            segments={ANSWERS.map((value) => ({
              value,
              label: t(`answer.${value}`),
              isHot: value === 'yes' && kind !== 'relative',
            }))}
          />
        </div>
      ))}
    </div>
  )
}
