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

/** The value of a `datetime-local` input (Tashkent's clock, UTC+5 without summer time) as an instant, or null. */
export function instantOfInput(value: string): string | null {
  const date = new Date(`${value}:00+05:00`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

/** The reverse of `instantOfInput`. */
export function inputOfInstant(instant: string | Date): string {
  const { year, month, day, hour, minute } = partsOf(instant)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

function partsOf(instant: string | Date) {
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of PARTS.formatToParts(new Date(instant)))
    if (type in parts) parts[type as keyof typeof parts] = value
  return parts
}
