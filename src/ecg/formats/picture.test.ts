import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '../errors'
import { jpeg, pdf, png } from './picture'

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))

const PNG = [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...[0, 0, 0, 13, ...ascii('IHDR'), 0, 0, 4, 0, 0, 0, 3, 0, 8, 6, 0, 0, 0, 1, 2, 3, 4],
  ...[0, 0, 0, 0, ...ascii('IEND'), 0xae, 0x42, 0x60, 0x82],
]
const JPEG = [
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  ...[0xff, 0xc2, 0, 11, 8, 1, 0xe0, 2, 0x80, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 5, 0xff, 0, 6, 0xff, 0xd9],
]

describe('a picture', () => {
  it('of PNG tells its size', () => {
    expect(png.sniff(Uint8Array.from(PNG))).toBe(true)
    expect(png.read(Uint8Array.from(PNG))).toMatchObject({
      format: 'png',
      widthPx: 1024,
      heightPx: 768,
      embedded: null,
    })
  })

  it('of JPEG tells its size, progressive or not', () => {
    expect(jpeg.sniff(Uint8Array.from(JPEG))).toBe(true)
    expect(jpeg.read(Uint8Array.from(JPEG))).toMatchObject({ format: 'jpeg', widthPx: 640, heightPx: 480 })
  })

  it('of JPEG may have junk between its segments', () => {
    const bytes = Uint8Array.from([...JPEG.slice(0, 8), 7, 0, 0xff, ...JPEG.slice(8)])
    expect(jpeg.read(bytes)).toMatchObject({ widthPx: 640 })
  })

  it('of PDF has no size in pixels', () => {
    const bytes = Uint8Array.from(ascii('junk before\n%PDF-1.7\n1 0 obj\n%%EOF\n'))
    expect(pdf.sniff(bytes)).toBe(true)
    expect(pdf.read(bytes)).toMatchObject({ format: 'pdf', mediaType: 'application/pdf', widthPx: null })
  })

  it.each([
    ['PNG without its end', png, PNG.slice(0, -12), 'truncated'],
    ['PNG without a header', png, [...PNG.slice(0, 12), ...ascii('IDAT'), ...PNG.slice(16)], 'malformed'],
    ['PNG of no size', png, PNG.map((byte, index) => (index >= 16 && index < 20 ? 0 : byte)), 'malformed'],
    [
      'PNG of four thousand million pixels',
      png,
      PNG.map((byte, index) => (index === 17 || index === 21 ? 1 : byte)),
      'unsupported',
    ],
    ['JPEG without its end', jpeg, JPEG.slice(0, -2), 'truncated'],
    ['JPEG without a frame', jpeg, [...JPEG.slice(0, 8), ...JPEG.slice(21)], 'malformed'],
    ['PDF without its end', pdf, ascii('%PDF-1.7\n1 0 obj'), 'truncated'],
  ])('is refused: %s', (_, format, bytes, code) => {
    expect(() => format.read(Uint8Array.from(bytes))).toThrow(
      expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code),
    )
  })
})
