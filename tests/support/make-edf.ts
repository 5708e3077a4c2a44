export type MadeEdf = {
  readonly isBdf?: boolean
  /** `EDF+C`, `EDF+D` or nothing. */
  readonly variant?: string
  readonly patient?: string
  readonly recording?: string
  readonly startDate?: string
  readonly recordCount?: number
  readonly duration?: string
  readonly signals: readonly MadeEdfSignal[]
}

export type MadeEdfSignal = {
  readonly label: string
  readonly unit?: string
  /** Physical and digital minimum and maximum. */
  readonly range?: readonly [string, string, string, string]
  /** The counts of every record, or the text of its annotations. */
  readonly records: readonly (readonly number[] | string)[]
}

const DEFAULT_RANGE = ['-32768', '32767', '-32768', '32767'] as const

/** An EDF or BDF file with any header; records come from the first signal. */
export function makeEdf(made: MadeEdf): Uint8Array {
  const { signals, isBdf = false } = made
  const sampleBytes = isBdf ? 3 : 2
  const records = signals[0]?.records.length ?? 0
  const fixed = [
    isBdf ? '\xffBIOSEMI' : '0'.padEnd(8),
    (made.patient ?? 'X X X X').padEnd(80),
    (made.recording ?? 'Startdate X X X X').padEnd(80),
    (made.startDate ?? '02.03.26').padEnd(8),
    '10.15.30',
    String(256 * (signals.length + 1)).padEnd(8),
    (made.variant ?? '').padEnd(44),
    String(made.recordCount ?? records).padEnd(8),
    (made.duration ?? '1').padEnd(8),
    String(signals.length).padEnd(4),
  ]
  const column = (length: number, of: (signal: MadeEdfSignal) => string) =>
    signals.map((signal) => of(signal).padEnd(length))
  const range = (index: 0 | 1 | 2 | 3) => column(8, (signal) => (signal.range ?? DEFAULT_RANGE)[index])
  const header = [
    ...fixed,
    ...column(16, ({ label }) => label),
    ...column(80, () => ''),
    ...column(8, ({ unit }) => unit ?? 'uV'),
    ...range(0),
    ...range(1),
    ...range(2),
    ...range(3),
    ...column(80, () => ''),
    ...column(8, ({ records: [first] }) => String(bytesOf(first, sampleBytes).length / sampleBytes)),
    ...column(32, () => ''),
  ].join('')
  const data = Array.from({ length: records }, (_, record) =>
    signals.flatMap((signal) => bytesOf(signal.records[record], sampleBytes)),
  )
  return Uint8Array.from([...Array.from(header, (character) => character.charCodeAt(0)), ...data.flat()])
}

function bytesOf(record: readonly number[] | string | undefined, sampleBytes: number): number[] {
  if (typeof record === 'string') return Array.from(record.padEnd(24, '\0'), (character) => character.charCodeAt(0))
  return (record ?? []).flatMap((count) =>
    Array.from({ length: sampleBytes }, (_, index) => (count >> (8 * index)) & 0xff),
  )
}
