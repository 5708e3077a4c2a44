'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { CaseView } from '@/cases/api/views'
import { problemText } from '@/cases/report/problem-text'
import { type ReportProblem, type ReportSetting, reportProblems } from '@/cases/report/report-problems'
import type { ReportStructure } from '@/cases/report/structure'
import { codeText } from '@/i18n/code-text'
import { useNow } from '../../live/now'
import { settingOf } from './report-setting'

const MINUTE_MS = 60_000

export type ReportCheck = {
  readonly setting: ReportSetting
  readonly problems: readonly ReportProblem[]
  /** One sentence for each. */
  readonly sentences: readonly string[]
}

/** What still keeps the report from being signed: the same check as on the server. */
export function useReportCheck(view: CaseView, structure: ReportStructure, userId: string): ReportCheck {
  const t = useTranslations('report.problem')
  const tFinding = useTranslations('finding')
  // Hours since the pain began are facts of the check; minutes are fine enough.
  const minute = Math.floor(useNow().getTime() / MINUTE_MS)
  return useMemo(() => {
    const setting = settingOf(view, structure, userId, new Date(minute * MINUTE_MS))
    const problems = reportProblems(structure, setting)
    const findingTitle = (id: string) => {
      const finding = setting.findings.find((one) => one.id === id)
      return codeText(tFinding, `${id.toLowerCase()}.title`, id, finding?.values ?? {})
    }
    return { setting, problems, sentences: problems.map((one) => problemText(one, t, findingTitle)) }
  }, [view, structure, userId, minute, t, tFinding])
}
