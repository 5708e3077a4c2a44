/**
 * Annotations of EDF+ (Kemp 2003, 2.2): lists of onset, duration and texts, bytes 20, 21 and 0 between them.
 * The first list of every record says when the record began, in seconds from the start of the file.
 */
import { joinText } from '../../text'
import type { EdfHeader } from './header'

const END_OF_TEXT = '\x14'
const BEFORE_DURATION = '\x15'
const END_OF_LIST = '\0'
const ONSET = /^[+-]\d+(\.\d*)?$/
const MOST_TEXTS = 200

export type EdfAnnotations = {
  /** Of every record; null where it does not say. */
  readonly startsS: readonly (number | null)[]
  /** What was noted, each text once, in order. */
  readonly texts: readonly string[]
}

export function readAnnotations(bytes: Uint8Array, header: EdfHeader): EdfAnnotations {
  const places = header.signals.filter(({ isAnnotation }) => isAnnotation)
  const decoder = new TextDecoder('utf-8')
  const texts = new Set<string>()
  const startsS = Array.from({ length: places.length === 0 ? 0 : header.recordCount }, (_, record) => {
    const start = header.headerBytes + record * header.recordBytes
    const lists = places.flatMap(({ offsetBytes, samplesPerRecord }) => {
      const from = start + offsetBytes
      return decoder.decode(bytes.subarray(from, from + samplesPerRecord * header.sampleBytes)).split(END_OF_LIST)
    })
    for (const text of lists.flatMap(textsIn)) if (texts.size < MOST_TEXTS) texts.add(text)
    return onsetIn(lists[0] ?? '')
  })
  return { startsS, texts: [...texts] }
}

function textsIn(list: string): string[] {
  const [, ...texts] = list.split(END_OF_TEXT)
  return texts.flatMap((text) => joinText([text]) ?? [])
}

function onsetIn(list: string): number | null {
  const onset = list.split(END_OF_TEXT)[0]?.split(BEFORE_DURATION)[0] ?? ''
  return ONSET.test(onset) ? Number(onset) : null
}
