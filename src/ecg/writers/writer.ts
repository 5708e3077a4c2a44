/** What every writer of an ECG file is, and why one refuses. */
import { SYNTHETIC_MANUFACTURER } from '../synthetic/mark'
import type { EcgRecording, ReportedDevice } from '../types'

export type WrittenFile = { readonly name: string; readonly bytes: Uint8Array }

export type EcgWriter = {
  /** The id of the format, as the reader of it has. */
  readonly id: string
  readonly label: string
  /** Without its dot; of the file that names the others where there are several. */
  readonly extension: string
  /** `name` has no extension. Throws only `EcgWriteError`. */
  readonly write: (recording: EcgRecording, name: string) => readonly WrittenFile[]
}

/** The format cannot hold this recording. `reason` is safe to show; it never quotes the patient. */
export class EcgWriteError extends Error {
  override readonly name = 'EcgWriteError'

  constructor(
    readonly formatId: string,
    readonly reason: string,
  ) {
    super(`${formatId}: ${reason}`)
  }
}

/** A writer of a single file. */
export function singleFile(
  about: Pick<EcgWriter, 'id' | 'label' | 'extension'>,
  bytesOf: (recording: EcgRecording) => Uint8Array,
): EcgWriter {
  return { ...about, write: (recording, name) => [{ name: `${name}.${about.extension}`, bytes: bytesOf(recording) }] }
}

/** The device as it is written: a made ECG keeps its mark in every format, whatever its device is called. */
export function deviceOf({ device, isSynthetic }: EcgRecording): ReportedDevice {
  return isSynthetic ? { ...device, manufacturer: SYNTHETIC_MANUFACTURER } : device
}
