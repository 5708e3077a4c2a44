import 'server-only'
import { createTranslator } from 'next-intl'
import type { ReportContent } from '@/cases/report/content'
import { PROTOCOL } from '@/cases/report/protocol'
import { amountText, doseText } from '@/cases/report/report-text'
import { en } from '@/i18n/messages/en'

const tDose = createTranslator({ locale: 'en', messages: en, namespace: 'report.dose' })
const tAvoid = createTranslator({ locale: 'en', messages: en, namespace: 'report.avoid' })

/** One dose on paper: amounts, way, formula and cap; or why there is none. */
export function doseLine(dose: ReportContent['doses'][number][number]): string {
  if (dose.status === 'missing')
    return `${dose.drug}: ${tDose('missing', { list: dose.missing.map((one) => tDose(one)).join(', ') })}`
  if (dose.status === 'out_of_range')
    return `${dose.drug}: ${tDose('outOfRange', { input: tDose(dose.input), value: dose.value })}`
  if (dose.status === 'not_given') return `${dose.drug}: ${tDose(dose.why)}`
  const cap = dose.cap ? [tDose(dose.isCapped ? 'capped' : 'cap', { cap: amountText(dose.cap) })] : []
  return [
    doseText(dose),
    ...(dose.formula === null ? [] : [dose.formula]),
    ...cap,
    ...(dose.note ? [dose.note] : []),
  ].join('; ')
}

export function avoidLine({ text, because, answered, ask }: ReportContent['avoid'][number]): string {
  const name = ask.length > 0 ? tAvoid('ask', { what: text }) : text
  const why = [
    ...because.map(({ fact, value, limit }) => tAvoid(`because.${fact}`, { value: value ?? 0, limit: limit ?? 0 })),
    ...[...answered, ...ask].map((id) => PROTOCOL.questions.find((one) => one.id === id)?.text ?? id),
  ]
  return `${name}: ${why.join(', ')}`
}
