/**
 * Dates, times and spans as people in Uzbekistan read them: `22.11.2026`, `14:22:31`, `0:47`.
 * Put together from parts, so that server and browser print the same characters whatever their language data.
 */
export const TIME_ZONE = 'Asia/Tashkent'

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `14:22:31` */
export function timeWithSeconds(instant: string | Date): string {
  const { hour, minute, second } = partsOf(instant)
  return `${hour}:${minute}:${second}`
}

/** `14:22` */
export function timeOfDay(instant: string | Date): string {
  const { hour, minute } = partsOf(instant)
  return `${hour}:${minute}`
}

/** `22.11.2026` */
export function dayOf(instant: string | Date): string {
  const { day, month, year } = partsOf(instant)
  return `${day}.${month}.${year}`
}

/** `22.11.2026 14:22` */
export function dayAndTime(instant: string | Date): string {
  return `${dayOf(instant)} ${timeOfDay(instant)}`
}

/** `14:22` today, `21.11. 14:22` within the year, else the whole date. */
export function shortInstant(instant: string | Date, now: Date): string {
  const today = partsOf(now)
  const then = partsOf(instant)
  if (dayOf(instant) === dayOf(now)) return timeOfDay(instant)
  if (then.year === today.year) return `${then.day}.${then.month}. ${timeOfDay(instant)}`
  return dayAndTime(instant)
}

/** A date without a time of day (`2026-11-22`) as `22.11.2026`; anything else comes back as it is. */
export function plainDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return match ? `${match[3]}.${match[2]}.${match[1]}` : date
}

/** A device's wall clock (`2026-11-22T14:22:31`) as `22.11.2026 14:22:31`. */
export function wallClock(local: string): string {
  const time = /T(\d{2}:\d{2}(?::\d{2})?)/.exec(local)?.[1]
  return time ? `${plainDate(local)} ${time}` : plainDate(local)
}

/** A running span: `0:47`, `12:08`, from an hour on `1:58:20`, from a day on `31 h`. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  if (seconds < 86_400)
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${Math.floor(seconds / 3600)} h`
}

/** A date as people type it (`22.11.2026`, `22/11/2026`, `22112026`, `2026-11-22`) as `2026-11-22`; null when it is none. */
export function typedDate(text: string): string | null {
  const plain = text.trim()
  const dayFirst = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain)
  const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : (dayFirst?.slice(1).toReversed() ?? [])
  if (year === undefined || month === undefined || day === undefined) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** A time as people type it (`7:05`, `07.05`, `0705`) as `07:05`; null when it is none. */
export function typedTime(text: string): string | null {
  const match = /^(\d{1,2})[:.\s-](\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Day (`2026-11-22`) and time (`07:05`) on Tashkent's clock (UTC+5, no summer time) as an instant. */
export function instantAt(day: string, time: string): string {
  return new Date(`${day}T${time}:00+05:00`).toISOString()
}

/** The day of an instant in Tashkent as `2026-11-22`. */
export function isoDayOf(instant: string | Date): string {
  const { year, month, day } = partsOf(instant)
  return `${year}-${month}-${day}`
}

function partsOf(instant: string | Date) {
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of PARTS.formatToParts(new Date(instant)))
    if (type in parts) parts[type as keyof typeof parts] = value
  return parts
}
