/**
 * FLAC (RFC 9639) as WFDB stores signals in it: formats 508, 516 and 524 of signal(5), a channel a signal, 8 to 24 bits.
 * The rate in the stream is meaningless and ignored. The checksum of every frame is verified; the MD5 sum is not.
 * Not supported: more than 24 bits, a signal file that begins elsewhere than at its first sample.
 */
import { asciiAt } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { BitReader } from './flac-bits'
import { readSubframe } from './flac-subframe'

/** Compressed silence is almost nothing: this bounds what a small file can become. */
const MAX_SAMPLES = 12_000_000
const MAX_BITS = 24
const STREAM_INFORMATION = 0
const SYNC = 0x3ffe
const LEFT_SIDE = 8
const SIDE_RIGHT = 9
const MID_SIDE = 10

type Stream = { readonly channelCount: number; readonly bitsPerSample: number; readonly samplesPerChannel: number }

export function isFlac(format: number): boolean {
  return format === 508 || format === 516 || format === 524
}

/** The counts as 32-bit integers in the order of any other signal file: frame by frame, signal by signal. */
export function unpackFlac(
  formatId: string,
  bytes: Uint8Array,
  channelCount: number,
  samplesPerFrame: number,
): Uint8Array {
  const counts = decodeFlac(formatId, bytes, channelCount)
  if (samplesPerFrame === 1) return new Uint8Array(counts.buffer)
  const frameSize = channelCount * samplesPerFrame
  const ordered = counts.map((_, place) => {
    const inFrame = place % frameSize
    const sample = inFrame % samplesPerFrame
    return counts[place - inFrame + sample * channelCount + Math.floor(inFrame / samplesPerFrame)] ?? 0
  })
  return new Uint8Array(ordered.buffer)
}

/** Sample by sample, all channels of an instant together. */
function decodeFlac(formatId: string, bytes: Uint8Array, channelCount: number): Int32Array {
  if (asciiAt(bytes, 0, 4) !== 'fLaC') throw malformed(formatId, 0)
  const bits = new BitReader(formatId, bytes, 4)
  const stream = readStreamInformation(bits)
  if (stream.channelCount !== channelCount) {
    throw new EcgFormatError(formatId, 'malformed', 'the signals of one file are described differently')
  }
  const blocks: Int32Array[] = []
  let total = 0
  const announced = stream.samplesPerChannel * channelCount
  while (bits.offsetBytes < bytes.length && (announced === 0 || total < announced)) {
    const block = readFrame(bits, stream, MAX_SAMPLES - total)
    blocks.push(block)
    total += block.length
  }
  if (total < announced) throw new EcgFormatError(formatId, 'truncated', 'a signal file ends before its contents do')
  return joined(blocks, total)
}

function readStreamInformation(bits: BitReader): Stream {
  let stream: Stream | null = null
  for (let isLast = false; !isLast; ) {
    isLast = bits.unsigned(1) === 1
    const type = bits.unsigned(7)
    const lengthBytes = bits.unsigned(24)
    const end = bits.offsetBytes + lengthBytes
    if (type === STREAM_INFORMATION) stream = readInformation(bits)
    while (bits.offsetBytes < end) bits.unsigned(Math.min(4, end - bits.offsetBytes) * 8)
  }
  if (!stream) throw malformed(bits.formatId, bits.offsetBytes)
  return stream
}

function readInformation(bits: BitReader): Stream {
  for (const fieldBits of [16, 16, 24, 24, 20]) bits.unsigned(fieldBits)
  const channelCount = bits.unsigned(3) + 1
  const bitsPerSample = bits.unsigned(5) + 1
  const samplesPerChannel = bits.unsigned(4) * 2 ** 32 + bits.unsigned(32)
  for (let word = 0; word < 4; word++) bits.unsigned(32)
  if (bitsPerSample > MAX_BITS) {
    throw new EcgFormatError(bits.formatId, 'unsupported', 'the samples are stored in a form that is not read here')
  }
  return { channelCount, bitsPerSample, samplesPerChannel }
}

function readFrame(bits: BitReader, stream: Stream, roomSamples: number): Int32Array {
  const start = bits.offsetBytes
  const { blockLength, assignment, bitsPerSample } = readFrameHeader(bits, stream)
  const { channelCount } = stream
  const isStereo = assignment >= LEFT_SIDE
  if (assignment > MID_SIDE || channelCount !== (isStereo ? 2 : assignment + 1)) throw malformed(bits.formatId, start)
  if (blockLength * channelCount > roomSamples) {
    throw new EcgFormatError(bits.formatId, 'unsupported', 'the recording is longer or wider than can be read whole')
  }
  const channels = Array.from({ length: channelCount }, (_, channel) => {
    const isDifference = isStereo && channel === (assignment === SIDE_RIGHT ? 0 : 1)
    const samples = new Int32Array(blockLength)
    readSubframe(bits, samples, bitsPerSample + (isDifference ? 1 : 0))
    return samples
  })
  bits.toWholeByte()
  const sum = crc16(bits.bytes, start, bits.offsetBytes)
  if (bits.unsigned(16) !== sum) throw malformed(bits.formatId, start)
  if (isStereo) separate(assignment, channels[0] ?? new Int32Array(0), channels[1] ?? new Int32Array(0))
  return interleaved(channels, blockLength)
}

function readFrameHeader(
  bits: BitReader,
  stream: Stream,
): { blockLength: number; assignment: number; bitsPerSample: number } {
  const start = bits.offsetBytes
  if (bits.unsigned(14) !== SYNC || bits.unsigned(1) !== 0) throw malformed(bits.formatId, start)
  bits.unsigned(1)
  const lengthCode = bits.unsigned(4)
  const rateCode = bits.unsigned(4)
  const assignment = bits.unsigned(4)
  const depthCode = bits.unsigned(3)
  const bitsPerSample = depthCode === 0 ? stream.bitsPerSample : (DEPTHS[depthCode] ?? 0)
  bits.unsigned(1)
  skipNumber(bits)
  const blockLength = readBlockLength(bits, lengthCode)
  if (rateCode >= 12) bits.unsigned(rateCode === 12 ? 8 : 16)
  bits.unsigned(8)
  if (bitsPerSample !== stream.bitsPerSample || blockLength === 0 || rateCode === 15) {
    throw malformed(bits.formatId, start)
  }
  return { blockLength, assignment, bitsPerSample }
}

const DEPTHS: Readonly<Record<number, number>> = { 1: 8, 2: 12, 4: 16, 5: 20, 6: 24 }

function readBlockLength(bits: BitReader, code: number): number {
  if (code === 0) return 0
  if (code === 1) return 192
  if (code === 6) return bits.unsigned(8) + 1
  if (code === 7) return bits.unsigned(16) + 1
  return code < 6 ? 576 * 2 ** (code - 2) : 2 ** code
}

/** The number of the frame or sample, one to seven bytes in the manner of UTF-8. */
function skipNumber(bits: BitReader): void {
  const first = bits.unsigned(8)
  const followers = Math.max(0, Math.clz32(~(first << 24)) - 1)
  for (let index = 0; index < followers; index++) bits.unsigned(8)
}

/** Two channels may be stored as one of them, or their mean, and their difference. */
function separate(assignment: number, first: Int32Array, second: Int32Array): void {
  for (let index = 0; index < first.length; index++) {
    const a = first[index] ?? 0
    const b = second[index] ?? 0
    if (assignment === LEFT_SIDE) second[index] = a - b
    else if (assignment === SIDE_RIGHT) first[index] = a + b
    else {
      const sum = (a << 1) | (b & 1)
      first[index] = (sum + b) >> 1
      second[index] = (sum - b) >> 1
    }
  }
}

function interleaved(channels: readonly Int32Array[], length: number): Int32Array {
  const block = new Int32Array(length * channels.length)
  for (const [channel, samples] of channels.entries()) {
    for (let index = 0; index < length; index++) block[index * channels.length + channel] = samples[index] ?? 0
  }
  return block
}

function joined(blocks: readonly Int32Array[], total: number): Int32Array {
  const counts = new Int32Array(total)
  let offset = 0
  for (const block of blocks) {
    counts.set(block, offset)
    offset += block.length
  }
  return counts
}

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 8
  for (let bit = 0; bit < 8; bit++) rest = (rest << 1) ^ (rest & 0x8000 ? 0x8005 : 0)
  return rest
})

function crc16(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  for (let index = start; index < end; index++) {
    sum = ((sum << 8) & 0xffff) ^ (CRC_TABLE[(sum >> 8) ^ (bytes[index] ?? 0)] ?? 0)
  }
  return sum
}

function malformed(formatId: string, offset: number): EcgFormatError {
  return new EcgFormatError(formatId, 'malformed', 'the compressed samples are damaged', offset)
}
