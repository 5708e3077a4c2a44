import { expect, it } from 'vitest'
import type { Lead } from '../types'
import { makeEcg } from './make-ecg'
import { type ElectrodeSwap, swapElectrodes } from './swaps'

const channelsOf = (swap?: ElectrodeSwap) =>
  makeEcg({ scenario: 'normal', seed: 3, noise: {}, ...(swap && { swap }) }).recording.leads

/** Without negative zeros, which are equal to zero but not to the test runner. */
const signed = (lead: Lead | undefined, sign: 1 | -1) => Array.from(lead?.samplesUv ?? [], (uv) => uv * sign + 0)

it('is undone by swapping the arms twice', () => {
  const channels = Array.from({ length: 8 }, (_, lead) => Float64Array.of(lead * 10, 3 - lead, 7))

  expect(swapElectrodes(swapElectrodes(channels, 'LA-RA'), 'LA-RA')).toEqual(channels)
})

it('turns lead I over and exchanges aVR and aVL when the arms are swapped', () => {
  const right = channelsOf()
  const swapped = channelsOf('LA-RA')

  expect(signed(swapped[0], -1)).toEqual(signed(right[0], 1))
  expect(signed(swapped[3], 1)).toEqual(signed(right[4], 1))
  expect(swapped[6]?.samplesUv).toEqual(right[6]?.samplesUv)
})

it('makes lead II flat when right arm and right leg are swapped', () => {
  expect(channelsOf('RA-RL')[1]?.samplesUv.every((uv) => uv === 0)).toBe(true)
})

it('exchanges V1 and V2 only', () => {
  const right = channelsOf()
  const swapped = channelsOf('V1-V2')

  expect(swapped[6]?.samplesUv).toEqual(right[7]?.samplesUv)
  expect(swapped[7]?.samplesUv).toEqual(right[6]?.samplesUv)
  expect(swapped[8]?.samplesUv).toEqual(right[8]?.samplesUv)
})
