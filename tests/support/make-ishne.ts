import { crcCcitt } from '@/ecg/writers/scp-bytes'

export type MadeIshne = {
  /** Lead code of the format and counts, lead by lead. */
  readonly leads: readonly (readonly [code: number, counts: readonly number[]])[]
  readonly resolutionNv?: number
  readonly sampleRateHz?: number
  /** What the header says, where it differs from the truth. */
  readonly declaredSamples?: number
}

const HEADER_BYTES = 522

/** An ISHNE file with a right checksum and an eight-byte free block. */
export function makeIshne({ leads, resolutionNv = 2500, sampleRateHz = 500, declaredSamples }: MadeIshne): Uint8Array {
  const sampleCount = leads[0]?.[1].length ?? 0
  const dataOffset = HEADER_BYTES + 8
  const bytes = new Uint8Array(dataOffset + sampleCount * leads.length * 2)
  const view = new DataView(bytes.buffer)
  const text = (offset: number, value: string) => bytes.set(new TextEncoder().encode(value), offset)
  const numbers = (offset: number, values: readonly number[]) => {
    for (const [index, value] of values.entries()) view.setInt16(offset + 2 * index, value, true)
  }
  text(0, 'ISHNE1.0')
  view.setUint32(10, 8, true)
  view.setUint32(14, declaredSamples ?? sampleCount, true)
  view.setUint32(18, HEADER_BYTES, true)
  view.setUint32(22, dataOffset, true)
  text(28, 'Nodira')
  text(68, 'Karimova')
  text(108, 'AA1')
  numbers(128, [2, 0, 2, 5, 1951, 3, 2, 2026, 4, 2, 2026, 10, 15, 30, leads.length])
  numbers(158, [...leads.map(([code]) => code), ...Array<number>(12 - leads.length).fill(-9)])
  numbers(206, Array<number>(12).fill(resolutionNv))
  text(232, 'digital')
  numbers(272, [sampleRateHz])
  for (const [place, [, counts]] of leads.entries()) {
    for (const [index, count] of counts.entries()) {
      view.setInt16(dataOffset + 2 * (index * leads.length + place), count, true)
    }
  }
  view.setUint16(8, crcCcitt(bytes.subarray(10, dataOffset)), true)
  return bytes
}
