/** Dates, ages and names as devices write them, made safe: out of range becomes null. */

const LONGEST_TEXT = 400
const YEARS_PER = { year: 1, month: 1 / 12, week: 1 / 52.18, day: 1 / 365.25, hour: 1 / 8766 } as const

export type AgeUnit = keyof typeof YEARS_PER

/** `YYYY-MM-DD`, or null when there is no such day (devices write 0-0-0 and 1-1-1 for "none"). */
export function dateOf(year: number, month: number, day: number): string | null {
  const isPossible = year >= 1870 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return isPossible ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null
}

/** `HH:mm:ss`, or null. */
export function timeOf(hour: number, minute: number, second: number): string | null {
  const isPossible = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61
  return isPossible ? `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(Math.min(second, 59))}` : null
}

export function ageInYears(count: number, unit: AgeUnit): number | null {
  const years = count * YEARS_PER[unit]
  return count > 0 && years <= 130 ? Math.floor(years) : null
}

/** One line without control characters; null when nothing is left. */
export function joinText(parts: readonly (string | null | undefined)[]): string | null {
  const text = parts
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return text === '' ? null : text.slice(0, LONGEST_TEXT)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
