import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import type { Lead } from '../types'
import { asciiOf } from './ascii'
import { contentUuid, oidOfUuid } from './content-id'
import { countLeads, MISSING } from './counts'
import { planRecords, rangeOf } from './edf/plan'

const leadOf = (values: readonly number[], stepUv?: number): Lead => ({
  name: 'I',
  samplesUv: Float32Array.from(values),
  isDerived: false,
  ...(stepUv === undefined ? {} : { stepUv }),
})
const counted = (lead: Lead, hasOffset = false) => countLeads([lead], { hasOffset })[0] ?? expect.fail('no lead')

describe('counting voltages', () => {
  it('takes the step that is known', () => {
    expect(counted(leadOf([0, 4.88, -9.76], 4.88))).toMatchObject({ stepUv: 4.88, counts: Int32Array.of(0, 1, -2) })
  })

  it('finds a usual step where none is known, the coarsest that fits', () => {
    expect(counted(leadOf([0, 7.5, -12.5])).stepUv).toBe(2.5)
  })

  it('finds an offset where the format can hold one', () => {
    expect(counted(leadOf([101, 106, 96], 5), true)).toMatchObject({ stepUv: 5, offsetUv: 1 })
  })

  it('takes the finest step within range where nothing fits', () => {
    const { stepUv, counts } = counted(leadOf([Math.PI, -1000 * Math.E]))

    expect(stepUv).toBeCloseTo((1000 * Math.E) / 32_767, 3)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(-32_767)
  })

  it('marks what is missing, and leaves out a lead of nothing else', () => {
    expect(counted(leadOf([1, Number.NaN, 2]))).toMatchObject({
      hasMissing: true,
      counts: expect.objectContaining({ 1: MISSING }),
    })
    expect(countLeads([leadOf([Number.NaN])], { hasOffset: false })).toEqual([])
  })
})

describe('names in ASCII', () => {
  it.each([
    ['Ўктамова Зебо Қодировна', "O'ktamova Zebo Qodirovna"],
    ['Oʻktamova Ғулом', "O'ktamova G'ulom"],
    ['Щукин Юрий Объездов', "Shchukin Yuriy Ob'ezdov"],
    ['Müller–Öztürk', 'Muller-Ozturk'],
    ['王', '?'],
  ])('of %s is %s', (name, ascii) => {
    expect(asciiOf(name)).toBe(ascii)
  })
})

describe('EDF records', () => {
  it('are a second long where that divides the recording', () => {
    expect(planRecords(5000, 12, 500)).toEqual({ samplesPerRecord: 500, recordCount: 10, durationText: '1' })
  })

  it('never pad: their length divides the number of samples', () => {
    for (const sampleCount of [4999, 37_855, 5120, 61]) {
      const { samplesPerRecord, recordCount } = planRecords(sampleCount, 12, 500)
      expect(samplesPerRecord * recordCount).toBe(sampleCount)
    }
  })

  it('say the step exactly in eight characters', () => {
    for (const stepUv of [5, 4.88, 2.5, 1.25, 0.5, 0.183]) {
      const range = rangeOf({ ...counted(leadOf([stepUv * 1000, -stepUv], stepUv)) })
      const span = Number(range.physicalMaximum) - Number(range.physicalMinimum)
      expect(range.physicalMinimum.length).toBeLessThanOrEqual(8)
      expect(span / (range.digitalMaximum - range.digitalMinimum)).toBeCloseTo(stepUv, 10)
    }
  })
})

describe('identifiers out of the content', () => {
  const { recording } = makeEcg({ scenario: 'normal', seed: 1, durationMs: 500 })

  it('are the same for the same recording and purpose, and others for others', () => {
    const other = { ...recording, patient: { ...recording.patient, id: '7' } }

    expect(contentUuid(recording, 'object')).toBe(contentUuid(recording, 'object'))
    expect(contentUuid(recording, 'series')).not.toBe(contentUuid(recording, 'object'))
    expect(contentUuid(other, 'object')).not.toBe(contentUuid(recording, 'object'))
  })

  it('have the form of a UUID and of an object identifier of at most 64 characters', () => {
    const uuid = contentUuid(recording, 'object')

    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(oidOfUuid(uuid)).toMatch(/^2\.25\.[1-9]\d{1,38}$/)
  })
})
