/**
 * MFER (Medical waveform Format Encoding Rules, ISO/TS 11073-92001 and ISO 22077-1).
 *
 * A file is a chain of tag, length and value. Read: byte order, channels, blocks and sequences, attributes
 * of single channels, whole-number data of 8, 16 and 32 bits, null values, several frames of one make-up.
 * Voltage = count × sampling resolution (volts × 10ⁿ), given in microvolts.
 * Not supported: compressed and floating-point data, offsets, dominant beats (left out, with a warning).
 */
import { assembleRecording, type Channel, checkSize } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { EcgFormatError } from '../errors'
import { leadOfScpNumber } from '../leads'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading, LeadName } from '../types'
import { readDefinitions } from './mfer/definitions'
import { decodeFrame, type MferChannel, type MferFrame } from './mfer/frames'

const PREAMBLE_TAG = 0x40
const DOMINANT_BEAT = 9
const DEFAULT_RATE_HZ = 1000

export const mfer: EcgFormat = { id: 'mfer', label: 'MFER', sniff, read }

/** The preamble that version 1 of the rules asks for. */
function sniff(bytes: Uint8Array): boolean {
  return bytes[0] === PREAMBLE_TAG && asciiAt(bytes, 2, 4) === 'MFR '
}

function read(bytes: Uint8Array): EcgReading {
  const { frames, ...header } = readDefinitions(mfer.id, bytes)
  const rhythm = frames.filter(({ waveformType }) => waveformType !== DOMINANT_BEAT)
  const [first] = rhythm
  if (!first) throw new EcgFormatError(mfer.id, 'no_waveform', 'the file holds no ECG samples')
  const warnings = rhythm.length < frames.length ? ['The dominant beat of the device was left out.'] : []
  const firstKey = keyOf(first)
  if (rhythm.some((frame) => keyOf(frame) !== firstKey)) {
    throw new EcgFormatError(mfer.id, 'unsupported', 'the parts of the recording differ in their leads or scale')
  }
  const sampleRateHz = rateOf(first)
  const sampleCount = rhythm.reduce((sum, { samplesPerChannel }) => sum + samplesPerChannel, 0)
  checkSize(mfer.id, first.channels.length, sampleCount, sampleRateHz)
  const counts = rhythm.map(decodeFrame)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: mfer.id,
      sampleRateHz,
      channels: first.channels.map((channel, place) => {
        const parts = counts.map((ofFrame) => ofFrame[place] ?? new Float64Array(0))
        return channelOf(channel, parts, sampleCount)
      }),
      ...header,
      reported: NOTHING_REPORTED,
      warnings,
    }),
  }
}

function leadOf({ leadCode }: MferChannel): LeadName | null {
  return leadCode === null ? null : leadOfScpNumber(leadCode)
}

function rateOf({ channels }: MferFrame): number {
  const rates = channels.filter((channel) => leadOf(channel) !== null).map(({ rateHz }) => rateHz ?? DEFAULT_RATE_HZ)
  const [first] = rates
  if (first === undefined) throw new EcgFormatError(mfer.id, 'no_waveform', 'none of the signals is an ECG lead')
  if (rates.some((rate) => rate !== first)) {
    throw new EcgFormatError(mfer.id, 'unsupported', 'the leads have different sampling rates')
  }
  return first
}

function channelOf(channel: MferChannel, parts: readonly Float64Array[], sampleCount: number): Channel {
  const name = leadOf(channel)
  if (!name) return { name, samplesUv: new Float32Array(0) }
  const { stepUv, nullCount } = channel
  if (stepUv === null)
    throw new EcgFormatError(mfer.id, 'unsupported', 'the file does not say the unit of the voltages')
  const samplesUv = new Float32Array(sampleCount)
  let index = 0
  for (const part of parts) {
    for (const count of part) {
      samplesUv[index] = count === nullCount ? Number.NaN : count * stepUv
      index += 1
    }
  }
  return { name, samplesUv, stepUv }
}

function keyOf({ channels }: MferFrame): string {
  return JSON.stringify(channels)
}
