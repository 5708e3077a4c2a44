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

function encoded([tag, value, channel]: MferDefinition): number[] {
  const bytes = typeof value === 'string' ? Array.from(value, (character) => character.charCodeAt(0)) : value
  const length = bytes.length < 0x80 ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 0xff]
  const definition = [tag, ...length, ...bytes]
  return channel === undefined ? definition : [0x3f, channel, definition.length, ...definition]
}
