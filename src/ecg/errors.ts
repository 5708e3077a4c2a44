/** Why a file is not a recording that we can read. Stable: the message `trace.file.problem.<code>` explains it to the person. */
export const ECG_PROBLEM_CODES = [
  'empty',
  'unrecognised',
  'truncated',
  'malformed',
  'unsupported',
  'no_waveform',
  'forbidden_xml',
  'needs_description',
  'reader_failed',
] as const
export type EcgProblemCode = (typeof ECG_PROBLEM_CODES)[number]

/** The bytes are not a recording that we can read. `reason` is safe to show; it never quotes file content. */
export class EcgFormatError extends Error {
  override readonly name = 'EcgFormatError'

  constructor(
    readonly formatId: string,
    readonly code: EcgProblemCode,
    readonly reason: string,
    readonly byteOffset?: number,
    /** With `needs_description`: what has to be said before the file can be read. */
    readonly needs?: NeededDescription,
  ) {
    super(`${formatId}: ${reason}${byteOffset === undefined ? '' : ` at byte ${byteOffset}`}`)
  }
}

export const DESCRIPTION_PARTS = ['columns', 'rate', 'unit'] as const
export type DescriptionPart = (typeof DESCRIPTION_PARTS)[number]

/** What a file of bare numbers does not say, with enough of it to ask a person. */
export type NeededDescription = {
  readonly missing: readonly DescriptionPart[]
  /** One for each column or list of numbers: its heading in the file, null where it has none. */
  readonly columnNames: readonly (string | null)[]
  readonly rowCount: number
  /** The first rows, null where a cell is empty. */
  readonly firstRows: readonly (readonly (number | null)[])[]
}
