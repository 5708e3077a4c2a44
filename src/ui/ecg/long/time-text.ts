/** Time from the first sample as a clock counts it: 2:03:07. */
export function elapsedText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** What the clock of the device showed then, to the minute; null where the file does not say. */
export function clockText(recordedLocal: string | null, ms: number): string | null {
  const startMs = recordedLocal === null ? Number.NaN : Date.parse(`${recordedLocal}Z`)
  return Number.isNaN(startMs) ? null : new Date(startMs + ms).toISOString().slice(11, 16)
}
