/**
 * A screenshot in a third of its bytes: the 256 commonest colours as a palette, every rare shade (the edge of a
 * letter) as the nearest of them, no filters, best compression. For opaque 8-bit pictures as browsers make them.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE_BYTES = 8
const COLOURS = 256
const CHANNELS = { 2: 3, 6: 4 }

export function smallerPng(bytes) {
  const { width, height, channels, pixels } = decode(bytes)
  const colours = coloursOf(pixels, channels)
  const palette = [...colours.keys()].toSorted((a, b) => colours.get(b) - colours.get(a)).slice(0, COLOURS)
  const indexOf = new Map([...colours.keys()].map((colour) => [colour, nearest(palette, colour)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at += 1) {
    rows[at + Math.floor(at / width) + 1] = indexOf.get(colourAt(pixels, at * channels))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    bytes.subarray(0, SIGNATURE_BYTES),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function decode(bytes) {
  const chunks = chunksOf(bytes)
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = CHANNELS[header[9]]
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data)))
  const rowBytes = width * channels
  const pixels = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    const undo = FILTERS[data[y * (rowBytes + 1)]]
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x
      const left = x < channels ? 0 : pixels[at - channels]
      const above = y === 0 ? 0 : pixels[at - rowBytes]
      const corner = y === 0 || x < channels ? 0 : pixels[at - rowBytes - channels]
      pixels[at] = data[y * (rowBytes + 1) + 1 + x] + undo(left, above, corner)
    }
  }
  return { width, height, channels, pixels }
}

/** What each row filter of the PNG specification (section 9.2) took away. */
const FILTERS = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const [a, b, c] = [left, above, corner].map((each) => Math.abs(left + above - corner - each))
    if (a <= b && a <= c) return left
    return b <= c ? above : corner
  },
]

function chunksOf(bytes) {
  const chunks = []
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function coloursOf(pixels, channels) {
  const counts = new Map()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

function colourAt(pixels, at) {
  return (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function nearest(palette, colour) {
  const distances = palette.map((each) => {
    const other = channelsOf(each)
    return channelsOf(colour).reduce((sum, value, index) => sum + (value - other[index]) ** 2, 0)
  })
  return distances.indexOf(Math.min(...distances))
}

function chunk(type, data) {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8)
  return whole
}
