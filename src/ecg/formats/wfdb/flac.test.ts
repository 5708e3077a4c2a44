/** Made signals as the reference encoder (flac 1.4) packs them, with fixed and linear prediction, mean and difference. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../../tests/support/format-tests'
import { namedText } from '../../../../tests/support/make-wfdb'
import { readWfdb } from '../wfdb'
import { unpackFlac } from './flac'

const FILES = {
  8: 'ZkxhQ4AAACIAMAAwAAAwAACcF3AEcAAAADzMoAVuD1RFD/VsYN/ntNAp//hrIgAvOAKAwv9CgI5PC82KufU3dJNTGdqWsu0uappZHt6krecnYqNhJeSpn+MiXJxrLuywk9YCnXMy97eW1RpalXw6/r2U0gtKj4dEB8WJxglHgIlQEs+SvP47fphTFNudtPUxc55jAp6x7jFvoWIe4J2o7yZjpmYs7amh3B1km2wx8bec1hZRkn8497yO0hFLi35BCsOCxYGe//hrIgEL0QIUWJd3Ofa5icsIS4kCI96fru4paqZqKe6uAgNHhopMCcyVuvc6eHkg',
  16: 'ZkxhQ4AAACIAQABAAAAgAAB9F3AC8AAAAMinlJmbaBMpXpqFavesgSjO//hrqAA/xBNAVQDAjyLDYrHgxbPLuYoEPQs/yLkMrHoB7PICJisAtC2DCLmAnHoEM8iw2KxDP3H+nsVbkAZlns35j/WTC6d76swElwxl1Qk8UYsHdsktMOxt6Go5rkZv4tC3YNj3urL7SQGPQQFGpoTS+bnOE8SOuzSA99j/+GuoAT/RE0BXAMGLZ5dzFAh6Fn+RchlY8WtnkBExWAWhbBhFzATj0CGeRYbFYYhbPLuYQz9x/p7FW5AGZZ7NoW2DqbSN3vqzASVq299Kt1GLB3bJL/E9JOg/HNcjN/FSUfRQI6FWX2kgMdIkb49z2Xzc5wnibtTkUFfP//hrqAI/7hNAXQDBD0LP8i5DKx4tbPICJih70LYMIuYCcegQzyLDYrDELZ5dzAdj0LP8i0M/cf6exVuQBmWezaFtK1ktqQ5aswElatlH5M8+jUd2yS/xMiClGI/uEZv4qSjkLTLmmJbSQGOkSEWB+VzWITnCeJu3x9B/0f/4axgDB7kVP6X/IAtNlJ+HNgqQW4IoBd6aTQFVgBON',
  24: 'ZkxhQ4AAACIAIAAgAAAcAABGF3ABcAAAAChuMN5kjFbpyrGisJzDjZ4F//hrDAAfxxUPzyz97MBlOGu5ThPb4bMacNdynCB9U5ZV3KcLqWDmLXcpw04QdwHkau5Th3bgeWa7lOGu4EW4/tV3KcK7Nf/4awwBB5oVCF1DB6EgZXcpw13D+0HCynCAdNM=',
} as const

describe('a FLAC signal file', () => {
  it.each([
    ['508', 8, 3, 60, (place: number, channel: number) => (made(place, channel) % 256) - 128],
    ['516', 16, 2, 200, (place: number, channel: number) => made(place, channel) * 8 - 800],
    ['524', 24, 1, 40, (place: number, channel: number) => (made(place, channel) - 100) * 4000],
  ] as const)('of format %s holds what was packed', (_, bits, channels, length, sample) => {
    const expected = Array.from({ length: length * channels }, (__, place) =>
      sample(Math.floor(place / channels), place % channels),
    )
    expect(countsIn(unpackFlac('wfdb', bytesOf(bits), channels, 1))).toEqual(expected)
  })

  it('keeps the samples of a signal together where a frame has several', () => {
    const one = countsIn(unpackFlac('wfdb', bytesOf(16), 2, 1))
    const two = countsIn(unpackFlac('wfdb', bytesOf(16), 2, 2))
    expect(two.slice(0, 8)).toEqual([0, 2, 1, 3, 4, 6, 5, 7].map((place) => one[place]))
  })

  it('reads as a record', () => {
    const header = namedText('x.hea', ['x 2 500 200', 'x.dat 516 1000 16 0 0 0 0 I', 'x.dat 516 1000 16 0 0 0 0 II'])
    const reading = readWfdb([header, { name: 'x.dat', bytes: bytesOf(16) }])
    const samplesUv = reading.kind === 'waveform' ? reading.recording.leads[1]?.samplesUv : null
    expect(Array.from(samplesUv?.subarray(0, 2) ?? [])).toEqual([made(0, 1) * 8 - 800, made(1, 1) * 8 - 800])
  })

  it('is refused when its channels are not the signals of the header', () => {
    expect(codeOf(() => unpackFlac('wfdb', bytesOf(16), 3, 1))).toBe('malformed')
  })

  it('is refused when it is cut or altered', () => {
    const whole = bytesOf(16)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        expect(codeOf(() => unpackFlac('wfdb', whole.subarray(0, at), 2, 1))).not.toBe('read')
        const altered = whole.with(at, (whole[at] ?? 0) ^ mask)
        // The first 42 bytes describe the stream; what is wrong in them need not matter to the samples.
        if (at >= 42) expect(codeOf(() => unpackFlac('wfdb', altered, 2, 1))).not.toBe('read')
        else codeOf(() => unpackFlac('wfdb', altered, 2, 1))
      }),
      { numRuns: 1000 },
    )
  })
})

/** A triangle with a little noise, as the encoder was given it. */
function made(place: number, channel: number): number {
  const phase = (place * 7 + channel * 31) % 64
  const triangle = phase < 32 ? phase : 64 - phase
  return triangle * 9 + ((place * place * 3 + channel * 5) % 11) + channel
}

function bytesOf(bits: 8 | 16 | 24): Uint8Array {
  return Uint8Array.from(atob(FILES[bits]), (character) => character.charCodeAt(0))
}

function countsIn(bytes: Uint8Array): number[] {
  return Array.from(new Int32Array(bytes.buffer))
}
