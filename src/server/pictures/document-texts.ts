/** What a printed ECG says besides the trace, in the words of the reader's language. */
import 'server-only'
import { createTranslator } from 'next-intl'
import type { ReportView } from '@/cases/api/report-views'
import type { CaseView, RecordingView } from '@/cases/api/views'
import { longCaliper, type Say, shortCaliper } from '@/cases/caliper-words'
import { type DisplayFilter, isRaw } from '@/ecg/layout/display-filter'
import type { PageTexts } from '@/ecg/layout/ecg-page'
import type { PaperScale } from '@/ecg/layout/layout-trace'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import type { TextBlock } from '@/ecg/layout/text-page'
import { codeText } from '@/i18n/code-text'
import { dayAndTime, plainDate, wallClock } from '@/i18n/format'
import { en } from '@/i18n/messages/en'
import { avoidLine, doseLine } from './report-lines'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'document' })
const tCaliper = createTranslator({ locale: 'en', messages: en, namespace: 'trace.caliper' })
const tFinding = createTranslator({ locale: 'en', messages: en, namespace: 'finding' })
const tVerdict = createTranslator({ locale: 'en', messages: en, namespace: 'cases.verdict' })
const say: Say = (message, values) => tCaliper(message, values)

export type DocumentFacts = {
  readonly view: CaseView
  readonly recording: RecordingView
  /** Of the case, for whoever holds the paper. */
  readonly address: string
  readonly scale: PaperScale
  readonly filter: DisplayFilter
  readonly offsetMs: number
}

export function documentTexts(facts: DocumentFacts): PageTexts {
  const { view, recording, address, scale, filter, offsetMs } = facts
  const wholeMs = recording.durationMs ?? SHOWN_MS
  return {
    columns: [personLines(view), recordingLines(view, recording), numberLines(recording)],
    scale: t('scale', {
      speed: scale.mmPerSecond,
      gain: scale.mmPerMv,
      filters: filterText(filter),
      rate: String(Math.round(recording.sampleRateHz ?? 0)),
    }),
    absent: t('absent'),
    watermark: recording.isSynthetic ? t('synthetic') : null,
    footer: t('footer', {
      from: offsetMs / 1000,
      to: Math.min(wholeMs, offsetMs + SHOWN_MS) / 1000,
      whole: wholeMs / 1000,
      address,
    }),
    notes: [
      [t('findings'), ...findingLines(view, recording)],
      [t('byHand'), ...caliperLines(view, recording)],
      [t('report'), ...reportLines(view)],
    ],
  }
}

/** In full, whatever had room under the trace. */
export function documentBlocks({ view, recording }: DocumentFacts): readonly TextBlock[] {
  const report = signedReport(view)
  if (!report) return []
  const signed = t('signed', { name: report.by.name, time: dayAndTime(report.signedAt ?? report.savedAt) })
  return [
    {
      heading: personLines(view)[0] ?? '',
      paragraphs: [t('case', caseFacts(view)), signed, ...amendmentLines(report)],
    },
    { heading: t('conclusion'), paragraphs: [report.conclusion] },
    { heading: t('recommendation'), paragraphs: [report.recommendation] },
    ...structuredBlocks(report),
    { heading: t('findings'), paragraphs: findingLines(view, recording) },
    { heading: t('byHand'), paragraphs: caliperLines(view, recording) },
    ...(report.hash === null ? [] : [{ heading: t('signature'), paragraphs: [t('hash', { hash: report.hash })] }]),
  ]
}

export function caliperLabels(view: CaseView, recordingId: string) {
  return calipersOf(view, recordingId).map(({ caliper }) => ({ caliper, label: shortCaliper(caliper, say) }))
}

export function documentTitle({ number }: CaseView): string {
  return t('title', { number })
}

export function pageFooter({ number }: CaseView, address: string): (page: number) => string {
  return (page) => t('page', { number, page: page + 1, address })
}

function personLines({ patient }: CaseView): readonly string[] {
  if (!patient) return [t('unknownPerson')]
  const names = [patient.familyName, patient.givenName, patient.patronymic].filter((name) => name !== null)
  return [
    names.length > 0 ? names.join(' ') : t('unknownPerson'),
    t('sexAge', { sex: patient.sex, age: patient.ageYears ?? -1 }),
    ...(patient.birthDate ? [t('born', { date: plainDate(patient.birthDate) })] : []),
    ...(patient.pinflMasked ? [`PINFL ${patient.pinflMasked}`] : []),
  ]
}

function recordingLines(view: CaseView, { recordedLocal, device }: RecordingView): readonly string[] {
  const deviceName = [device.manufacturer, device.model].filter((name) => name !== null).join(' ')
  return [
    t('case', caseFacts(view)),
    ...(recordedLocal ? [t('recordedAt', { time: wallClock(recordedLocal) })] : []),
    ...(view.submittedAt ? [t('sentAt', { time: dayAndTime(view.submittedAt) })] : []),
    ...(deviceName === '' ? [] : [deviceName]),
  ]
}

function caseFacts({ number, facility }: CaseView) {
  return { number, facility: facility.name }
}

function numberLines({ assessment }: RecordingView): readonly string[] {
  const numbers = assessment?.measurements
  if (!numbers) return [t('notMeasured')]
  const known = (
    [
      ['rate', numbers.heartRateBpm],
      ['pr', numbers.prMs],
      ['qrs', numbers.qrsMs],
      ['qt', numbers.qtMs],
      ['qtc', numbers.qtcMs],
      ['axis', numbers.qrsAxisDeg],
    ] as const
  ).flatMap(([name, value]) => (value === null ? [] : [t(name, { value: Math.round(value) })]))
  return [t('measured'), ...known]
}

function findingLines(view: CaseView, { recordingId }: RecordingView): readonly string[] {
  const findings = view.findings.find((one) => one.recordingId === recordingId)?.findings ?? []
  const met = findings.filter(({ status }) => status === 'met' || status === 'borderline')
  if (met.length === 0) return [t('noFindings')]
  return met.map(({ id, values, leads }) => {
    const title = codeText(tFinding, `${id.toLowerCase()}.title`, id, values)
    return leads.length === 0 ? title : `${title} (${leads.join(', ')})`
  })
}

function caliperLines(view: CaseView, { recordingId }: RecordingView): readonly string[] {
  const lines = calipersOf(view, recordingId).map(({ caliper, by }) =>
    [`${tCaliper(`kind.${caliper.kind}.short`)} ${longCaliper(caliper, say)}`, caliper.lead, by.name]
      .filter(Boolean)
      .join(' · '),
  )
  return lines.length === 0 ? [t('noFindings')] : lines
}

/** Those that the signed report rests on; before it those that lie on the ECG now. */
function calipersOf(view: CaseView, recordingId: string) {
  const pinned = signedReport(view)?.calipers ?? view.calipers
  return pinned.filter((one) => one.recordingId === recordingId)
}

function reportLines(view: CaseView): readonly string[] {
  const report = signedReport(view)
  const { verdict } = view
  if (!report && !verdict) return [t('preliminary')]
  return [
    ...(verdict
      ? [t('verdict', { verdict: tVerdict(verdict.verdict), name: verdict.by.name, time: dayAndTime(verdict.at) })]
      : []),
    ...(report
      ? [
          t('signed', { name: report.by.name, time: dayAndTime(report.signedAt ?? report.savedAt) }),
          ...report.conclusion.split('\n'),
          ...report.recommendation.split('\n'),
        ]
      : [t('preliminary')]),
  ]
}

/** Doses with their arithmetic, and what must not be given: of a structured report only. */
function structuredBlocks({ content, structure }: ReportView): readonly TextBlock[] {
  if (content === null || structure === null) return []
  const doses = content.doses.flat().map(doseLine)
  const avoided = content.avoid.map(avoidLine)
  return [
    ...(doses.length > 0 ? [{ heading: t('doses'), paragraphs: doses }] : []),
    ...(avoided.length > 0 ? [{ heading: t('avoid'), paragraphs: avoided }] : []),
  ]
}

function amendmentLines({ amendment }: ReportView): readonly string[] {
  return amendment ? [t('amendment', { version: amendment.amends, reason: amendment.reason })] : []
}

function signedReport(view: CaseView) {
  return view.reports.find(({ signedAt }) => signedAt !== null) ?? null
}

function filterText(filter: DisplayFilter): string {
  if (isRaw(filter)) return t('noFilter')
  const { highPassHz, lowPassHz, notchHz } = filter
  return [
    highPassHz !== null && t('highPass', { hz: highPassHz }),
    lowPassHz !== null && t('lowPass', { hz: lowPassHz }),
    notchHz !== null && t('notch', { hz: notchHz }),
  ]
    .filter((name) => name !== false)
    .join(' · ')
}
