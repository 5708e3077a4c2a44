/** The samples of one MFER frame: for every sequence, for every channel, a block of counts. */

export type MferChannel = {
  readonly leadCode: number | null
  readonly dataType: number
  readonly blockLength: number
  /** Null where the file leaves it to the standard. */
  readonly rateHz: number | null
  readonly stepUv: number | null
  readonly nullCount: number | null
}

export type MferFrame = {
  readonly waveformType: number | null
  readonly isLittleEndian: boolean
  readonly channels: readonly MferChannel[]
  readonly samplesPerChannel: number
  readonly sequenceCount: number
  readonly data: Uint8Array
}

type DataType = {
  readonly bytes: number
  readonly at: (view: DataView, offset: number, isLittleEndian: boolean) => number
}

/** By the number that MFER gives them; floating point, status words and compressed data are not here. */
const DATA_TYPES: Readonly<Record<number, DataType>> = {
  0: { bytes: 2, at: (view, offset, isLittleEndian) => view.getInt16(offset, isLittleEndian) },
  1: { bytes: 2, at: (view, offset, isLittleEndian) => view.getUint16(offset, isLittleEndian) },
  2: { bytes: 4, at: (view, offset, isLittleEndian) => view.getInt32(offset, isLittleEndian) },
  3: { bytes: 1, at: (view, offset) => view.getUint8(offset) },
  5: { bytes: 1, at: (view, offset) => view.getInt8(offset) },
  6: { bytes: 4, at: (view, offset, isLittleEndian) => view.getUint32(offset, isLittleEndian) },
}

/** Null for data that is not whole numbers. */
export function bytesOfType(dataType: number): number | null {
  return DATA_TYPES[dataType]?.bytes ?? null
}

export function countAt(dataType: number, bytes: Uint8Array, isLittleEndian: boolean): number | null {
  const type = DATA_TYPES[dataType]
  if (!type || bytes.length < type.bytes) return null
  return type.at(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, isLittleEndian)
}

/** The counts of every channel; the frame is known to hold them all. */
export function decodeFrame(frame: MferFrame): readonly Float64Array[] {
  const { channels, data, isLittleEndian, samplesPerChannel, sequenceCount } = frame
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const counts = channels.map(() => new Float64Array(samplesPerChannel))
  let offset = 0
  for (let sequence = 0; sequence < sequenceCount; sequence++) {
    for (const [place, { dataType, blockLength }] of channels.entries()) {
      const type = DATA_TYPES[dataType]
      const into = counts[place]
      if (!type || !into) continue
      for (let index = 0; index < blockLength; index++) {
        into[sequence * blockLength + index] = type.at(view, offset, isLittleEndian)
        offset += type.bytes
      }
    }
  }
  return counts
}
