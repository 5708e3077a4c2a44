/** What the tests of every reader do: read, ask for the code of the refusal, and spoil the file. */
import { expect } from 'vitest'
import { EcgFormatError } from '@/ecg/errors'
import type { EcgFormat, EcgRecording } from '@/ecg/types'

export function recordingOf(format: EcgFormat, bytes: Uint8Array): EcgRecording {
  expect(format.sniff(bytes)).toBe(true)
  const reading = format.read(bytes)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

/** The code of the refusal, or `read`. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
  return 'read'
}

/** Cuts the file at every place and changes every byte; a reader may read what is left or refuse it by name. */
export function expectOnlyFormatErrors(format: EcgFormat, bytes: Uint8Array): void {
  for (let place = 0; place < bytes.length; place++) {
    codeOf(() => format.sniff(bytes.subarray(0, place)) && format.read(bytes.subarray(0, place)))
    const flipped = bytes.slice()
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8))
    codeOf(() => format.sniff(flipped) && format.read(flipped))
  }
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
