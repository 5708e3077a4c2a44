import { describe, expect, it } from 'vitest'
import { completeLeads, leadOfLabel, leadOfScpNumber } from './leads'
import type { Lead, LeadName } from './types'

const lead = (name: LeadName, ...samplesUv: number[]): Lead => ({
  name,
  samplesUv: Float32Array.from(samplesUv),
  isDerived: false,
})

describe('the leads of a file', () => {
  it('are completed from I and II by Einthoven and Goldberger', () => {
    const leads = completeLeads([lead('V1', 7), lead('II', 1000), lead('I', 500)])
    expect(leads.map(({ name, samplesUv }) => [name, samplesUv[0]])).toEqual([
      ['I', 500],
      ['II', 1000],
      ['III', 500],
      ['aVR', -750],
      ['aVL', 0],
      ['aVF', 750],
      ['V1', 7],
    ])
  })

  it('keep a limb lead that the device stored', () => {
    const iii = completeLeads([lead('I', 500), lead('II', 1000), lead('III', 490)]).find(({ name }) => name === 'III')
    expect(iii).toMatchObject({ isDerived: false, samplesUv: Float32Array.of(490) })
  })

  it('stay absent where I or II is missing', () => {
    expect(completeLeads([lead('II', 1), lead('V1', 1)]).map(({ name }) => name)).toEqual(['II', 'V1'])
  })

  it.each([
    ['AVR', 'aVR'],
    ['mdc_ecg_lead_avf', 'aVF'],
    ['Lead V4R', 'V4R'],
    ['ECG I', 'I'],
    ['DII', 'II'],
    ['-aVR', null],
    ['v7', 'V7'],
    ['V10', null],
    ['Pleth', null],
    ['', null],
  ])('are known by the label %s', (label, name) => {
    expect(leadOfLabel(label)).toBe(name)
  })

  it('are known by their SCP number', () => {
    expect([1, 2, 3, 8, 61, 64, 20].map(leadOfScpNumber)).toEqual(['I', 'II', 'V1', 'V6', 'III', 'aVF', null])
  })
})
