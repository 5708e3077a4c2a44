/**
 * Annotations of a WFDB record in the MIT format (annot(5) of the WFDB Applications Guide): beats, waves and notes.
 *
 * A word of 16 bits is a code (6 bits) and the intervals since the annotation before it (10 bits); the codes 59 to 63
 * widen the interval or add fields to the annotation before them. Two zero bytes end the file.
 * Times are sampling intervals of the record, unless a first note says `## time resolution: …`, which stays a note.
 * Not supported: the AHA format.
 */
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'

export type WfdbAnnotation = {
  readonly sampleIndex: number
  /** The mnemonic of WFDB: `N`, `V`, `(`, `p`, `)`, …; `[15]` for a code that has none. */
  readonly code: string
  readonly subtype: number
  readonly channel: number
  readonly number: number
  readonly aux: string
}

/** Throws only `EcgFormatError`. */
export function readAnnotations(bytes: Uint8Array): readonly WfdbAnnotation[] {
  const reader = new ByteReader('wfdb', bytes)
  const annotations: Writable<WfdbAnnotation>[] = []
  let sampleIndex = 0
  for (;;) {
    const word = reader.u16()
    if (word === 0) return annotations
    const code = word >> CODE_SHIFT
    const value = word & VALUE_MASK
    if (code === SKIP) {
      sampleIndex += longInterval(reader)
    } else if (code > SKIP) {
      addField(reader, annotations.at(-1), code, value)
    } else {
      sampleIndex += value
      if (sampleIndex < 0) throw malformed(reader, 'an annotation lies before the recording')
      annotations.push(annotationAt(sampleIndex, code, annotations.at(-1)))
    }
  }
}

const CODE_SHIFT = 10
const VALUE_MASK = 0x3ff
const SKIP = 59
const NUMBER = 60
const SUBTYPE = 61
const CHANNEL = 62

/** By code, as `annstr` of the WFDB library gives them; a dot stands for none. */
const MNEMONICS = ' NLRaVFJASEj/Q~.|.sT*D"=pB^t+u?![]en@xf()r'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** The channel and the number hold until they are changed; the subtype and the text belong to one annotation. */
function annotationAt(sampleIndex: number, code: number, previous: WfdbAnnotation | undefined): WfdbAnnotation {
  const mnemonic = MNEMONICS[code]
  return {
    sampleIndex,
    code: mnemonic === undefined || mnemonic === '.' ? `[${code}]` : mnemonic,
    subtype: 0,
    channel: previous?.channel ?? 0,
    number: previous?.number ?? 0,
    aux: '',
  }
}

function addField(
  reader: ByteReader,
  annotation: Writable<WfdbAnnotation> | undefined,
  code: number,
  value: number,
): void {
  if (!annotation) throw malformed(reader, 'a field belongs to no annotation')
  if (code === NUMBER) annotation.number = signedByte(value)
  else if (code === SUBTYPE) annotation.subtype = signedByte(value)
  else if (code === CHANNEL) annotation.channel = value & 0xff
  else annotation.aux = textOf(reader, value)
}

/** Padded to a whole number of words; some writers count a final NUL. */
function textOf(reader: ByteReader, lengthBytes: number): string {
  const text = new TextDecoder('utf-8').decode(reader.take(lengthBytes))
  reader.skip(lengthBytes % 2)
  return text.replace(/\0+$/, '')
}

/** 32 bits as a PDP-11 keeps them: the high word first. */
function longInterval(reader: ByteReader): number {
  const high = reader.i16()
  return high * 0x10000 + reader.u16()
}

function signedByte(value: number): number {
  return (value << 24) >> 24
}

function malformed(reader: ByteReader, reason: string): EcgFormatError {
  return new EcgFormatError(reader.formatId, 'malformed', reason, reader.offset)
}
