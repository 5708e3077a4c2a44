export type MferDefinition = readonly [tag: number, value: readonly number[] | string, channel?: number]

/** Tag, length and value, one after the other, behind the preamble; a channel makes it an attribute of that channel. */
export function makeMfer(definitions: readonly MferDefinition[]): Uint8Array {
  return Uint8Array.from([...encoded([0x40, 'MFR ECG']), ...definitions.flatMap(encoded), 0x80, 0])
}

/** 16-bit counts, highest byte first unless told otherwise. */
export function words(counts: readonly number[], isLittleEndian = false): number[] {
  return counts.flatMap((count) => {
    const bytes = [(count >> 8) & 0xff, count & 0xff]
    return isLittleEndian ? bytes.reverse() : bytes
  })
}

function lengthOf({ length }: readonly number[]): number[] {
  if (length < 0x80) return [length]
  return length < 0x10000
    ? [0x82, length >> 8, length & 0xff]
    : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]
}

function encoded([tag, value, channel]: MferDefinition): number[] {
  const bytes = typeof value === 'string' ? Array.from(value, (character) => character.charCodeAt(0)) : value
  const definition = [tag, ...lengthOf(bytes), ...bytes]
  return channel === undefined ? definition : [0x3f, channel, definition.length, ...definition]
}
