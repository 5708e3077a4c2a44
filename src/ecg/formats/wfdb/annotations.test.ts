import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '../../errors'
import { readAnnotations } from './annotations'

const END = [0, 0]

describe('WFDB annotations', () => {
  it('are beats at the sum of the intervals', () => {
    expect(readAnnotations(file(word(1, 77), word(5, 293), END))).toEqual([
      { sampleIndex: 77, code: 'N', subtype: 0, channel: 0, number: 0, aux: '' },
      { sampleIndex: 370, code: 'V', subtype: 0, channel: 0, number: 0, aux: '' },
    ])
  })

  it('know the marks of waves', () => {
    const marks = [39, 24, 40, 39, 1, 40, 39, 27, 40].map((code) => word(code, 10))
    expect(readAnnotations(file(...marks, END)).map(({ code }) => code)).toEqual([...'(p)(N)(t)'])
  })

  it('name a code without a mnemonic by its number', () => {
    expect(readAnnotations(file(word(15, 1), word(42, 1), END)).map(({ code }) => code)).toEqual(['[15]', '[42]'])
  })

  it('may lie further apart than ten bits can say', () => {
    const skip = [...word(59, 0), 1, 0, 0x70, 0x11]
    expect(readAnnotations(file(word(1, 5), skip, word(1, 2), END))[1]?.sampleIndex).toBe(5 + 0x11170 + 2)
  })

  it('keep the channel and the number, and forget the subtype and the text', () => {
    const fields = [...word(60, 3), ...word(61, 0x3ff), ...word(62, 2), ...word(63, 3), 0x28, 0x41, 0x42, 0]
    expect(readAnnotations(file(word(28, 1), fields, word(1, 1), END))).toEqual([
      { sampleIndex: 1, code: '+', subtype: -1, channel: 2, number: 3, aux: '(AB' },
      { sampleIndex: 2, code: 'N', subtype: 0, channel: 2, number: 3, aux: '' },
    ])
  })

  it('are refused when the end is missing', () => {
    expect(() => readAnnotations(file(word(1, 5)))).toThrow(EcgFormatError)
  })

  it('are refused when a field stands before the first of them', () => {
    expect(() => readAnnotations(file(word(62, 1), END))).toThrow(EcgFormatError)
  })

  it('are refused or read for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(readAnnotations(bytes).every(({ sampleIndex }) => sampleIndex >= 0)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(EcgFormatError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

function word(code: number, value: number): number[] {
  const bits = (code << 10) | value
  return [bits & 0xff, bits >> 8]
}

function file(...parts: readonly number[][]): Uint8Array {
  return Uint8Array.from(parts.flat())
}
