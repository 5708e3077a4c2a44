/** Texts, numbers, days and times out of the elements and attributes of an XML tree. */
import { dateOf, joinText, timeOf } from '../text'
import type { DeviceTime } from '../types'
import { descend, type XmlElement } from './xml-tree'

/** The first text that is not empty along a path. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  if (!element) return null
  for (const { text } of descend(element, ...path)) {
    const joined = joinText([text])
    if (joined) return joined
  }
  return null
}

/** The first number along a path; null for an empty text, for "Failed", "Indeterminate" and other words. */
export function numberAt(element: XmlElement | undefined, ...path: readonly string[]): number | null {
  return numberIn(textAt(element, ...path))
}

export function numberIn(text: string | null | undefined): number | null {
  const number = Number(text?.trim() || Number.NaN)
  return Number.isFinite(number) ? number : null
}

/** A day written year first: `1971-01-23` or `19710123`. */
export function dayIn(text: string | null | undefined): string | null {
  const match = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/.exec(text ?? '')
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** A day written month first, as in the United States: `01-23-1971`. */
export function americanDayIn(text: string | null | undefined): string | null {
  const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/](\d{4})/.exec(text ?? '')
  return match ? dateOf(Number(match[3]), Number(match[1]), Number(match[2])) : null
}

/** A day and a time of day (`15:04:05` or `150405`), or null where one of them is missing. */
export function deviceTimeOn(day: string | null, time: string | null | undefined): DeviceTime | null {
  const match = /^\s*(\d{1,2}):?(\d{2})(?::?(\d{2}))?/.exec(time ?? '')
  const clock = match && timeOf(Number(match[1]), Number(match[2]), Number(match[3] ?? 0))
  return day && clock ? { local: `${day}T${clock}`, utcOffsetMinutes: null } : null
}
