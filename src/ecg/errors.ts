/** Why a file is not a recording that we can read. Stable: the message key `ecgProblem.<code>` explains it to the person. */
export const ECG_PROBLEM_CODES = [
  'unknown_format',
  'unsupported_variant',
  'damaged',
  'truncated',
  'no_waveform',
  'unsafe_content',
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
  ) {
    super(`${formatId}: ${reason}${byteOffset === undefined ? '' : ` at byte ${byteOffset}`}`)
  }
}
