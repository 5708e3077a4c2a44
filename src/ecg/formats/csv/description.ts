/** What the lines before the numbers say: leads, rate, unit, time, device. */
import { leadOfLabel } from '../../leads'
import { dateOf, joinText } from '../../text'
import type { DeviceTime, LeadName } from '../../types'
import { uvPerUnit } from '../plain-samples'
import { cellsOf, type NumberTable } from './table'

const RATE = /(\d+(?:[.,]\d+)?)\s*(?:hertz|hz)\b/i
const UNIT = /(?:^|[^\p{L}])([nuµμm]?v|micro ?volts?|milli ?volts?)(?:$|[^\p{L}\d])/iu
const TIME_HEADING = /^(?:time|t|elapsed)?[\s_([]*(s|sec|seconds|ms|msec|milliseconds|us)?[\s)\]]*$/i
/** A cell that is nothing but a unit. */
const UNIT_CELL = /^[([]?(?:[mu]?s|m?sec|[nuµμm]?v)[)\]]?$/i
const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { s: 1, m: 0.001, u: 0.000_001 }
const STATEMENT_LABEL = /^[ck]lassifi/i
const DEVICE_LABEL = /^(device|apparaat|gerät|appareil|dispositi[vf])/i

export type ColumnDescription = {
  /** Of the columns in order; none where the file has no row of them. */
  readonly headings: readonly string[]
  readonly leads: readonly { readonly name: LeadName; readonly column: number }[]
  readonly sampleRateHz: number | null
  readonly scaleUv: number | null
  readonly recordedAt: DeviceTime | null
  readonly model: string | null
  readonly statements: readonly string[]
}

export function describeColumns(table: NumberTable): ColumnDescription {
  const { head, columns } = table
  const headings = headingsIn(table)
  const isHeaded = headings.length > 0
  const named = isHeaded ? headings.map((heading) => leadOfLabel(withoutUnit(heading))) : []
  const leads = named.flatMap((name, column) => (name ? [{ name, column }] : []))
  return {
    headings,
    leads: leads.length > 0 || columns.length > 1 ? leads : singleLead(head),
    sampleRateHz: rateIn(head) ?? (isHeaded ? rateOfTimes(headings, columns) : null),
    scaleUv: unitIn(head, isHeaded ? headings.filter((_, column) => named[column]) : []),
    recordedAt: head.map(timeIn).find((time) => time !== null) ?? null,
    model: joinText([textAfter(head, DEVICE_LABEL)]),
    statements: [joinText([textAfter(head, STATEMENT_LABEL)])].filter((text) => text !== null),
  }
}

/** The line with a cell a column that names most leads, the last of equals; units that have their own line are added. */
function headingsIn({ head, columns, delimiter }: NumberTable): readonly string[] {
  const lines = head.map((line) => cellsOf(line, delimiter).map(unquoted))
  const fitting = lines.filter((cells) => cells.length === columns.length && cells.some((cell) => cell !== ''))
  const names = fitting.reduce<readonly string[]>(
    (best, cells) => (leadCountOf(cells) >= leadCountOf(best) ? cells : best),
    fitting.at(-1) ?? [],
  )
  const units = fitting.find((cells) => cells !== names && cells.every((cell) => cell === '' || UNIT_CELL.test(cell)))
  return units ? names.map((name, column) => `${name} (${units[column]?.replace(/[()[\]]/g, '') ?? ''})`) : names
}

function leadCountOf(cells: readonly string[]): number {
  return cells.filter((cell) => leadOfLabel(withoutUnit(cell)) !== null).length
}

/** `Lead,Lead I`, `Afleiding,Afleiding I`: a line whose last word is a lead. */
function singleLead(head: readonly string[]): { name: LeadName; column: number }[] {
  for (const line of head) {
    const words = line.split(/[\s,;:\t]+/)
    const name = words.length > 1 ? leadOfLabel(unquoted(words.at(-1) ?? '')) : null
    if (name) return [{ name, column: 0 }]
  }
  return []
}

function rateIn(head: readonly string[]): number | null {
  const text = head.map((line) => RATE.exec(line)?.[1]).find((match) => match !== undefined)
  return text === undefined ? null : Number(text.replace(',', '.'))
}

/** From the first to the last time, where the heading says their unit. */
function rateOfTimes(headings: readonly string[], columns: readonly Float64Array[]): number | null {
  const place = headings.findIndex((heading) => heading !== '' && TIME_HEADING.test(heading))
  const unit = TIME_HEADING.exec(headings[place] ?? '')?.[1]
  const times = columns[place]
  if (!unit || !times || times.length < 2) return null
  const span = (times[times.length - 1] ?? Number.NaN) - (times[0] ?? Number.NaN)
  const rateHz = (times.length - 1) / (span * (SECONDS_PER_UNIT[unit[0]?.toLowerCase() ?? ''] ?? Number.NaN))
  return rateHz > 0 && Number.isFinite(rateHz) ? Math.round(rateHz * 1000) / 1000 : null
}

/** One unit for all: in the headings of the leads or in a line of its own; two that differ are none. */
function unitIn(head: readonly string[], headings: readonly string[]): number | null {
  const inHeadings = headings.map((heading) => UNIT.exec(heading)?.[1])
  const texts = inHeadings.some((text) => text !== undefined)
    ? inHeadings
    : head.flatMap((line) => UNIT.exec(line)?.[1] ?? [])
  const [first, ...others] = texts.map((text) => uvPerUnit(text?.replace(' ', '')))
  return first !== undefined && others.every((other) => other === first) ? first : null
}

function timeIn(line: string): DeviceTime | null {
  const match = /(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(?:([+-])(\d\d):?(\d\d))?/.exec(line)
  const date = match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!date) return null
  const sign = match[5] === '-' ? -1 : 1
  return {
    local: `${date}T${match[4]}`,
    utcOffsetMinutes: match[5] ? sign * (Number(match[6]) * 60 + Number(match[7])) : null,
  }
}

function textAfter(head: readonly string[], label: RegExp): string | null {
  const line = head.find((candidate) => label.test(candidate))
  return line === undefined ? null : unquoted(line.replace(/^[^,;:\t]*[,;:\t]/, ''))
}

function withoutUnit(heading: string): string {
  return heading.replace(/\[.*?\]|\(.*?\)|[_ ]?(?:[nuµμm]v)$/giu, '')
}

function unquoted(text: string): string {
  return text.trim().replace(/^"|"$/g, '').trim()
}
