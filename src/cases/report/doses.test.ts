import { describe, expect, it } from 'vitest'
import { type ComputedDose, creatinineClearance, type DosePerson, doseOf, dosesOf } from './doses'
import { PROTOCOL } from './protocol'

const PERSON: DosePerson = { ageYears: 60, sex: 'male', weightKg: 70, creatinineUmolL: 90 }
const dose = (id: string, change: Partial<DosePerson> = {}): ComputedDose => {
  const rule = PROTOCOL.doses.find((one) => one.id === id)
  if (!rule) throw new Error(`the protocol has no dose ${id}`)
  return doseOf(rule, { ...PERSON, ...change })
}
const amounts = (of: ComputedDose) => (of.status === 'given' ? of.amounts.map(({ value }) => value) : of.status)

describe('tenecteplase', () => {
  it.each([
    [59.9, 60, [30, 6000, 6]],
    [60, 60, [35, 7000, 7]],
    [69.9, 60, [35, 7000, 7]],
    [70, 74, [40, 8000, 8]],
    [79.9, 60, [40, 8000, 8]],
    [80, 60, [45, 9000, 9]],
    [89.9, 60, [45, 9000, 9]],
    [90, 60, [50, 10000, 10]],
    [59.9, 75, [15, 3000, 3]],
    [60, 75, [17.5, 3500, 3.5]],
    [70, 75, [20, 4000, 4]],
    [80, 75, [22.5, 4500, 4.5]],
    [90, 75, [25, 5000, 5]],
  ])('for %s kg at %i years is one row of the table, mg, U and mL', (weightKg, ageYears, row) => {
    expect(amounts(dose('tenecteplase', { weightKg, ageYears }))).toEqual(row)
  })

  it('says from which weight and age', () => {
    expect(dose('tenecteplase', { weightKg: 72, ageYears: 63 })).toMatchObject({ formula: '72 kg, 63 years' })
  })

  it('is not given without an age or a weight, nor outside the table', () => {
    expect(dose('tenecteplase', { ageYears: null })).toMatchObject({ status: 'missing', missing: ['ageYears'] })
    expect(dose('tenecteplase', { weightKg: null })).toMatchObject({ status: 'missing', missing: ['weightKg'] })
    expect(dose('tenecteplase', { weightKg: 300 })).toMatchObject({ status: 'out_of_range', input: 'weightKg' })
    expect(dose('tenecteplase', { ageYears: 12 })).toMatchObject({ status: 'out_of_range', input: 'ageYears' })
  })
})

describe('other lytics', () => {
  it('follow the weight up to their caps', () => {
    expect(amounts(dose('alteplase_bolus'))).toEqual([15])
    expect(amounts(dose('alteplase_30', { weightKg: 60 }))).toEqual([45])
    expect(amounts(dose('alteplase_60', { weightKg: 60 }))).toEqual([30])
    expect(dose('alteplase_30', { weightKg: 80 })).toMatchObject({ amounts: [{ value: 50 }], isCapped: true })
    expect(dose('alteplase_60', { weightKg: 80 })).toMatchObject({ amounts: [{ value: 35 }], isCapped: true })
    expect(amounts(dose('reteplase'))).toEqual([10])
    expect(amounts(dose('streptokinase'))).toEqual([1.5])
  })
})

describe('loading', () => {
  it('with fibrinolysis is clopidogrel 300 mg to 75 years, 75 mg after', () => {
    expect([74, 75, 76].map((ageYears) => amounts(dose('clopidogrel_lysis', { ageYears })))).toEqual([
      [300],
      [300],
      [75],
    ])
  })

  it('for an intervention is 180, 60 or 600 mg', () => {
    expect(['ticagrelor', 'prasugrel', 'clopidogrel_pci'].map((id) => amounts(dose(id)))).toEqual([[180], [60], [600]])
  })

  it('with heparin shows the formula and the cap', () => {
    expect(dose('ufh_lysis', { weightKg: 60 })).toMatchObject({
      amounts: [{ value: 3600, unit: 'U' }],
      formula: '60 U/kg × 60 kg = 3600 U',
      cap: { value: 4000, unit: 'U' },
      isCapped: false,
    })
    expect(dose('ufh_lysis', { weightKg: 72 })).toMatchObject({ amounts: [{ value: 4000 }], isCapped: true })
    expect(dose('ufh_lysis_infusion', { weightKg: 90 })).toMatchObject({ amounts: [{ value: 1000 }], per: 'h' })
    expect(dose('ufh_transfer', { weightKg: 70 })).toMatchObject({ amounts: [{ value: 4200, to: 4900 }] })
    expect(dose('ufh_transfer', { weightKg: 90 })).toMatchObject({ amounts: [{ value: 5000 }], isCapped: true })
  })

  it('with enoxaparin goes by age and kidneys', () => {
    expect(amounts(dose('enoxaparin_lysis_bolus', { ageYears: 74 }))).toEqual([30])
    expect(dose('enoxaparin_lysis_bolus', { ageYears: 75 })).toMatchObject({ status: 'not_given' })
    expect(dose('enoxaparin_lysis', { ageYears: 74, weightKg: 110 })).toMatchObject({
      amounts: [{ value: 100 }],
      per: '12 h',
      isCapped: true,
    })
    expect(dose('enoxaparin_lysis', { ageYears: 75, weightKg: 80 })).toMatchObject({ amounts: [{ value: 60 }] })
    expect(dose('enoxaparin_lysis', { ageYears: 80, weightKg: 110 })).toMatchObject({ amounts: [{ value: 75 }] })
    const weak = { ageYears: 74, weightKg: 60, creatinineUmolL: 200 }
    expect(dose('enoxaparin_lysis', weak)).toMatchObject({ amounts: [{ value: 60 }], per: '24 h' })
    expect(dose('enoxaparin_nste', { ...weak, creatinineUmolL: 500 })).toMatchObject({ why: 'crcl_below_15' })
    expect(dose('enoxaparin_nste', { creatinineUmolL: null })).toMatchObject({ isKidneyUnknown: true })
  })

  it('with fondaparinux stops below a clearance of 20', () => {
    expect(amounts(dose('fondaparinux'))).toEqual([2.5])
    expect(dose('fondaparinux', { ageYears: 80, weightKg: 50, creatinineUmolL: 250 })).toMatchObject({
      status: 'not_given',
      why: 'crcl_below_20',
    })
  })
})

it('creatinine clearance is that of Cockcroft and Gault', () => {
  expect(creatinineClearance({ ...PERSON, creatinineUmolL: 100 })).toBeCloseTo(68.88, 2)
  expect(creatinineClearance({ ...PERSON, sex: 'female', creatinineUmolL: 100 })).toBeCloseTo(58.24, 2)
  expect(creatinineClearance({ ...PERSON, creatinineUmolL: null })).toBeNull()
})

describe('the protocol', () => {
  it('has the templates R01 to R20, each of whose doses it knows', () => {
    const known = PROTOCOL.doses.map(({ id }) => id)
    expect(PROTOCOL.templates.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`),
    )
    for (const { doses } of PROTOCOL.templates) for (const { id } of doses) expect(known).toContain(id)
    const used = PROTOCOL.templates.flatMap(({ doses }) => doses.map(({ id }) => id))
    expect(known.filter((id) => !used.includes(id))).toEqual([])
  })

  it('gives the doses of what was chosen, one anticoagulant only', () => {
    const params = { lytic: 'tenecteplase', anticoagulant: 'ufh' }
    const lysis = dosesOf({ templateId: 'R02', params, deadlineMin: 10 }, PERSON)
    expect(lysis.map(({ id }) => id)).toEqual([
      'tenecteplase',
      'aspirin',
      'clopidogrel_lysis',
      'ufh_lysis',
      'ufh_lysis_infusion',
    ])
  })
})
