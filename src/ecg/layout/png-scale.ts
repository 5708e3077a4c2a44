/** The physical size of a PNG (ISO/IEC 15948, 11.3.4.3): a `pHYs` chunk behind the header, in pixels a metre. */
import { crc32 } from '../formats/crc32'

const SIGNATURE_BYTES = 8
const HEADER_CHUNK_BYTES = 25
const CHUNK_BYTES = 21
const METRE = 1

export function withPixelsPerMm(png: Uint8Array, pixelsPerMm: number): Uint8Array {
  const place = SIGNATURE_BYTES + HEADER_CHUNK_BYTES
  const file = new Uint8Array(png.length + CHUNK_BYTES)
  file.set(png.subarray(0, place))
  file.set(sizeChunk(Math.round(pixelsPerMm * 1000)), place)
  file.set(png.subarray(place), place + CHUNK_BYTES)
  return file
}

function sizeChunk(pixelsPerMetre: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(CHUNK_BYTES))
  const bytes = new Uint8Array(view.buffer)
  view.setUint32(0, 9)
  bytes.set(new TextEncoder().encode('pHYs'), 4)
  view.setUint32(8, pixelsPerMetre)
  view.setUint32(12, pixelsPerMetre)
  view.setUint8(16, METRE)
  view.setUint32(17, crc32(bytes.subarray(4, 17)))
  return bytes
}
