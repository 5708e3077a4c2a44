export type MadePhilips = {
  readonly type?: string
  readonly version?: string
  readonly leads?: readonly (readonly number[])[]
  readonly labels?: string
  /** Packed with XLI unless it is false. */
  readonly isPacked?: boolean
  readonly durationMs?: number
  readonly rateHz?: string
  readonly attributes?: string
  readonly data?: string
  readonly extra?: string
}

/** A small Philips Sierra document of 5 µV a count; the leads are as they are stored. */
export function makePhilips(parts: MadePhilips = {}): string {
  const leads = parts.leads ?? [[1, 2, 3]]
  const isPacked = parts.isPacked ?? true
  const bytes = isPacked
    ? Buffer.concat(leads.map(packXli))
    : Buffer.concat(leads.map((counts) => Buffer.from(Int16Array.from(counts).buffer)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<restingecgdata xmlns="http://www3.medical.philips.com">
  <documentinfo><documenttype>${parts.type ?? 'PhilipsECG'}</documenttype>
    <documentversion>${parts.version ?? '1.04'}</documentversion></documentinfo>
  <dataacquisition date="2026-11-22" time="10:11:12"><machine machineid="7">PageWriter</machine>
    <signalcharacteristics><samplingrate>${parts.rateHz ?? '1000'}</samplingrate><resolution>5</resolution>
    <acquisitiontype>STD-12</acquisitiontype></signalcharacteristics></dataacquisition>
  ${parts.extra ?? ''}
  <waveforms><parsedwaveforms dataencoding="Base64" ${isPacked ? 'compression="XLI"' : ''}
    ${parts.labels === '' ? '' : `leadlabels="${parts.labels ?? 'II'}"`}
    durationperchannel="${parts.durationMs ?? leads[0]?.length ?? 0}" ${parts.attributes ?? ''}
    >${parts.data ?? bytes.toString('base64')}</parsedwaveforms></waveforms>
</restingecgdata>`
}

function packXli(counts: readonly number[]): Buffer {
  const errors = counts.map((count, index) => 2 * (counts[index - 1] ?? 0) - (counts[index - 2] ?? 0) - count)
  const stored = counts.map((count, index) => (index < 2 ? count : (errors[index + 1] ?? 0) + 64))
  const high = stored.map((value) => (value >> 8) & 0xff)
  const low = stored.map((value) => value & 0xff)
  const packed = packLzw([...high, ...low])
  const header = Buffer.alloc(8)
  header.writeUInt32LE(packed.length, 0)
  header.writeUInt16LE(1, 4)
  header.writeInt16LE(errors[2] ?? 0, 6)
  return Buffer.concat([header, packed])
}

/** Codes of 10 bits, ended by 1023. */
function packLzw(bytes: readonly number[]): Buffer {
  const codes = new Map<string, number>(Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte]))
  let bits = ''
  let known = ''
  const write = (code: number) => {
    bits += code.toString(2).padStart(10, '0')
  }
  for (const byte of bytes) {
    const longer = known + String.fromCharCode(byte)
    if (codes.has(longer)) known = longer
    else {
      write(codes.get(known) ?? 0)
      if (codes.size < 1023) codes.set(longer, codes.size)
      known = String.fromCharCode(byte)
    }
  }
  if (known) write(codes.get(known) ?? 0)
  write(1023)
  const octets = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)))
}
