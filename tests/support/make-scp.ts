import { crcCcitt, join, text, u8, u16, u32 } from '@/ecg/writers/scp-bytes'

export type MadeSection = { readonly id: number; readonly contents: Uint8Array }

const PROTOCOL_VERSION = 13
const HEADER_BYTES = 16

/** An SCP-ECG record around any sections, with right checksums and positions. */
export function makeScp(sections: readonly MadeSection[], protocolVersion = PROTOCOL_VERSION): Uint8Array {
  const bodies = sections.map(({ id, contents }) => sectionBytes(id, contents, protocolVersion))
  const ownBytes = HEADER_BYTES + (sections.length + 1) * 10
  let position = 7 + ownBytes
  const pointers = bodies.map((body, index) => {
    const pointer = join([u16(sections[index]?.id ?? 0), u32(body.length), u32(position)])
    position += body.length
    return pointer
  })
  const own = join([u16(0), u32(ownBytes), u32(7)])
  const first = sectionBytes(0, join([own, ...pointers]), protocolVersion, 'SCPECG')
  const whole = join([first, ...bodies])
  const sized = join([u32(whole.length + 6), whole])
  return join([u16(crcCcitt(sized)), sized])
}

/** Section 3: leads by SCP number, all of them from sample `first` to sample `last`. */
export function leadSection(leadNumbers: readonly number[], first: number, last: number, flags = 4): MadeSection {
  const leads = leadNumbers.map((leadNumber) => join([u32(first), u32(last), u8(leadNumber)]))
  return { id: 3, contents: join([u8(leadNumbers.length, flags), ...leads]) }
}

/** Sections 5 and 6: the step in nanovolts, the interval in microseconds, then the leads' bytes. */
export function sampleSection(
  id: 5 | 6,
  { stepNv = 1000, intervalUs = 2000, encoding = 0, bimodal = 0 },
  leads: readonly Uint8Array[],
): MadeSection {
  const lengths = leads.map((lead) => u16(lead.length))
  return { id, contents: join([u16(stepNv), u16(intervalUs), u8(encoding, bimodal), ...lengths, ...leads]) }
}

/** Counts as 16-bit little-endian numbers, the form without Huffman. */
export function plain(counts: readonly number[]): Uint8Array {
  return join(counts.map((count) => u16(count & 0xffff)))
}

/** A string of 0 and 1 as bytes, first bit highest. */
export function bits(code: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(code.length / 8))
  for (const [index, bit] of [...code].entries()) {
    if (bit === '1') bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  }
  return bytes
}

function sectionBytes(id: number, contents: Uint8Array, version: number, reserved = ''): Uint8Array {
  const rest = join([u16(id), u32(contents.length + HEADER_BYTES), u8(version, version), text(reserved, 6), contents])
  return join([u16(crcCcitt(rest)), rest])
}
