import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clinical, HISTORY, TICKS } from './clinical'
import { type JudgedRecording, type TriageInput, triage } from './triage'
import { CASE_CLASSES, type CaseClass, REASONS } from './values'

const NOW = new Date('2026-01-15T12:00:00Z')
/** An analysed ECG with nothing found but what is given. */
function ecg(more: Partial<NonNullable<JudgedRecording>> = {}): JudgedRecording {
  return {
    reasons: [],
    heartRateBpm: 70,
    isAnalysed: true,
    isIncomplete: false,
    isStDeviated: false,
    hasConfidentFinding: false,
    ...more,
  }
}
const found = (itsClass: CaseClass) =>
  ecg({ reasons: [{ source: 'recording', code: 'finding', class: itsClass, value: 'ISC-01' }] })

type Case = Partial<Clinical> & { readonly ageYears?: number | null; readonly isEmergency?: boolean }

/** An adult at a check-up whose ECG was analysed as ROUTINE: whatever class comes out is the tested line's own. */
function judge(
  { ageYears = 50, isEmergency = false, ...clinical }: Case,
  recordings: TriageInput['recordings'] = [ecg()],
) {
  return triage({ isEmergency, clinical: { reasons: ['screening'], ...clinical }, ageYears, recordings, now: NOW })
}
const PAIN = { reasons: ['chest_pain' as const], painNow: 3 }
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()

/** Every line of clinical.md C3, at its limit and one step beyond. */
const LINES: readonly (readonly [string, Case, CaseClass])[] = [
  ['the emergency button', { isEmergency: true }, 'EMERGENT'],
  ['nothing at all', {}, 'ROUTINE'],
  ['follow-up', { reasons: ['follow_up'] }, 'ROUTINE'],
  ['pre-op', { reasons: ['pre_op'] }, 'ROUTINE'],
  ['cardiac arrest', { reasons: ['cardiac_arrest'] }, 'EMERGENT'],
  ['consciousness A', { consciousness: 'A' }, 'ROUTINE'],
  ['new confusion', { consciousness: 'C' }, 'EMERGENT'],
  ['consciousness V', { consciousness: 'V' }, 'EMERGENT'],
  ['consciousness P', { consciousness: 'P' }, 'EMERGENT'],
  ['consciousness U', { consciousness: 'U' }, 'EMERGENT'],
  ['systolic 89', { systolicMmHg: 89 }, 'EMERGENT'],
  ['systolic 90', { systolicMmHg: 90 }, 'URGENT'],
  ['systolic 99', { systolicMmHg: 99 }, 'URGENT'],
  ['systolic 100', { systolicMmHg: 100 }, 'ROUTINE'],
  ['a pressure that cannot be recorded', { isPressureUnrecordable: true }, 'EMERGENT'],
  ['SpO2 89', { spo2Percent: 89 }, 'EMERGENT'],
  ['SpO2 90', { spo2Percent: 90 }, 'URGENT'],
  ['SpO2 93', { spo2Percent: 93 }, 'URGENT'],
  ['SpO2 94', { spo2Percent: 94 }, 'ROUTINE'],
  ['SpO2 91 on oxygen', { spo2Percent: 91, onOxygen: true }, 'EMERGENT'],
  ['SpO2 92 on oxygen', { spo2Percent: 92, onOxygen: true }, 'URGENT'],
  ['8 breaths', { respiratoryRatePerMin: 8 }, 'EMERGENT'],
  ['9 breaths', { respiratoryRatePerMin: 9 }, 'ROUTINE'],
  ['24 breaths', { respiratoryRatePerMin: 24 }, 'ROUTINE'],
  ['25 breaths, a single three of NEWS2', { respiratoryRatePerMin: 25 }, 'URGENT'],
  ['29 breaths', { respiratoryRatePerMin: 29 }, 'URGENT'],
  ['30 breaths', { respiratoryRatePerMin: 30 }, 'EMERGENT'],
  ['pulse 39 without symptoms', { heartRateBpm: 39 }, 'URGENT'],
  ['pulse 39 with a symptom', { reasons: ['dyspnoea'], heartRateBpm: 39 }, 'EMERGENT'],
  ['pulse 39 with a ticked symptom', { ticks: ['presyncope'], heartRateBpm: 39 }, 'EMERGENT'],
  ['pulse 39 with pain that is no reason', { painNow: 2, heartRateBpm: 39 }, 'EMERGENT'],
  ['pulse 40 with a symptom', { reasons: ['dyspnoea'], heartRateBpm: 40 }, 'URGENT'],
  ['pulse 49', { heartRateBpm: 49 }, 'URGENT'],
  ['pulse 50', { heartRateBpm: 50 }, 'ROUTINE'],
  ['pulse 120', { heartRateBpm: 120 }, 'ROUTINE'],
  ['pulse 121', { heartRateBpm: 121 }, 'URGENT'],
  ['pulse 150 with a symptom', { reasons: ['palpitations'], heartRateBpm: 150 }, 'URGENT'],
  ['pulse 151 with a symptom', { reasons: ['palpitations'], heartRateBpm: 151 }, 'EMERGENT'],
  ['pulse 160 without symptoms', { heartRateBpm: 160 }, 'URGENT'],
  ['Killip 2', { killipClass: 2 }, 'ROUTINE'],
  ['Killip 3', { killipClass: 3 }, 'EMERGENT'],
  ['potassium 6.4', { potassiumMmolL: 6.4 }, 'ROUTINE'],
  ['potassium 6.5', { potassiumMmolL: 6.5 }, 'EMERGENT'],
  ['NEWS2 of 4', { respiratoryRatePerMin: 21, spo2Percent: 95, temperatureC: 38.5 }, 'ROUTINE'],
  ['NEWS2 of 5', { respiratoryRatePerMin: 21, temperatureC: 39.5, heartRateBpm: 100 }, 'URGENT'],
  ['NEWS2 of 6', { respiratoryRatePerMin: 21, temperatureC: 39.5, heartRateBpm: 115 }, 'URGENT'],
  ['NEWS2 of 7', { respiratoryRatePerMin: 21, temperatureC: 39.5, heartRateBpm: 115, spo2Percent: 95 }, 'EMERGENT'],
  [
    'NEWS2 of 7 in pregnancy',
    { ...{ respiratoryRatePerMin: 21, temperatureC: 39.5, heartRateBpm: 115 }, spo2Percent: 95, pregnant: true },
    'ROUTINE',
  ],
  ['chest pain that has gone', { reasons: ['chest_pain'], painNow: 0 }, 'URGENT'],
  ['pain now, systolic 99', { ...PAIN, systolicMmHg: 99 }, 'EMERGENT'],
  ['pain now, systolic 100', { ...PAIN, systolicMmHg: 100 }, 'URGENT'],
  ['pain now, pulse 121', { ...PAIN, heartRateBpm: 121 }, 'EMERGENT'],
  ['pain now, pulse 120', { ...PAIN, heartRateBpm: 120 }, 'URGENT'],
  ['pain now, sweating', { ...PAIN, ticks: ['sweating'] }, 'EMERGENT'],
  ['sweating, the pain has gone', { ...PAIN, painNow: 0, ticks: ['sweating'] }, 'URGENT'],
  ['syncope', { reasons: ['syncope'] }, 'URGENT'],
  ['dyspnoea', { reasons: ['dyspnoea'] }, 'ROUTINE'],
  ['dyspnoea at rest', { reasons: ['dyspnoea'], ticks: ['dyspnoea_at_rest'] }, 'URGENT'],
  ['a shock of the defibrillator', { ticks: ['icd_shock'] }, 'URGENT'],
  ['troponin at its limit', { troponin: { value: 14, unit: 'ng/L', upperLimit: 14 } }, 'ROUTINE'],
  ['troponin above its limit', { troponin: { value: 14.1, unit: 'ng/L', upperLimit: 14 } }, 'URGENT'],
  ['pregnancy with palpitations', { reasons: ['palpitations'], pregnant: true }, 'URGENT'],
  ['pregnancy at a check-up', { pregnant: true }, 'ROUTINE'],
  ['six weeks after birth with dyspnoea', { reasons: ['dyspnoea'], ticks: ['post_partum_6_weeks'] }, 'URGENT'],
  ['15 years with palpitations', { reasons: ['palpitations'], ageYears: 15 }, 'URGENT'],
  ['16 years with palpitations', { reasons: ['palpitations'], ageYears: 16 }, 'ROUTINE'],
]

/** Under 16 the adult limits do not apply; the lower limit of systolic pressure goes with age (PALS). */
const CHILDREN: readonly (readonly [string, Case, CaseClass])[] = [
  ['a child with pulse 130 and 30 breaths', { ageYears: 2, heartRateBpm: 130, respiratoryRatePerMin: 30 }, 'ROUTINE'],
  ['an infant with systolic 69', { ageYears: 0, systolicMmHg: 69 }, 'EMERGENT'],
  ['an infant with systolic 70', { ageYears: 0, systolicMmHg: 70 }, 'ROUTINE'],
  ['5 years, systolic 79', { ageYears: 5, systolicMmHg: 79 }, 'EMERGENT'],
  ['5 years, systolic 80', { ageYears: 5, systolicMmHg: 80 }, 'ROUTINE'],
  ['12 years, systolic 89', { ageYears: 12, systolicMmHg: 89 }, 'EMERGENT'],
  ['12 years, systolic 90', { ageYears: 12, systolicMmHg: 90 }, 'ROUTINE'],
  ['a child with SpO2 89', { ageYears: 5, spo2Percent: 89 }, 'EMERGENT'],
  ['a child that answers to pain only', { ageYears: 5, consciousness: 'P' }, 'EMERGENT'],
  ['an age that nobody knows, systolic 89', { ageYears: null, systolicMmHg: 89 }, 'EMERGENT'],
]

describe('the class of a case', () => {
  it.each([...LINES, ...CHILDREN])('with %s: %o is %s', (_, input, expected) => {
    expect(judge(input).class).toBe(expected)
  })

  it('is at least URGENT while nothing has analysed the ECG, or one of two', () => {
    expect(judge({}, [null]).class).toBe('URGENT')
    expect(judge({}, []).class).toBe('URGENT')
    expect(judge({}, [ecg(), null]).class).toBe('URGENT')
    expect(judge({}, [ecg({ isAnalysed: false })]).class).toBe('URGENT')
  })

  it.each(CASE_CLASSES)('is at least that of a finding: %s', (itsClass) => {
    expect(judge({}, [ecg(), found(itsClass)]).class).toBe(itsClass)
  })

  it('stays EMERGENT by pressure when the analysis is down', () => {
    expect(judge({ systolicMmHg: 80 }, [null]).class).toBe('EMERGENT')
  })

  it('takes the worse of the pulse and the rate of the ECG', () => {
    expect(judge({ reasons: ['palpitations'], heartRateBpm: 80 }, [ecg({ heartRateBpm: 151 })]).class).toBe('EMERGENT')
    expect(judge({ heartRateBpm: 80 }, [ecg({ heartRateBpm: 49.4 })]).class).toBe('URGENT')
    expect(judge({ heartRateBpm: 80 }, [ecg({ heartRateBpm: 50 })]).class).toBe('ROUTINE')
  })

  it('is URGENT when a lead is missing and the patient has a complaint', () => {
    expect(judge({ reasons: ['palpitations'] }, [ecg({ isIncomplete: true })]).class).toBe('URGENT')
    expect(judge({}, [ecg({ isIncomplete: true })]).class).toBe('ROUTINE')
  })

  it('names every reason that counts, with its value', () => {
    const { reasons } = judge({ isEmergency: true, systolicMmHg: 85 })
    expect(reasons).toContainEqual({ source: 'button', code: 'emergency_button', class: 'EMERGENT' })
    expect(reasons).toContainEqual({ source: 'vitals', code: 'systolic_low', class: 'EMERGENT', value: 85 })
  })

  it('is the most urgent of its reasons', () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { class: itsClass, reasons } = triage(input)
        const worst = Math.min(2, ...reasons.map((reason) => CASE_CLASSES.indexOf(reason.class)))
        expect(CASE_CLASSES.indexOf(itsClass)).toBe(worst)
      }),
    )
  })

  it('never falls when something is added', () => {
    fc.assert(
      fc.property(anyInput(), anyClinical(), fc.boolean(), (input, more, isEmergency) => {
        // What was entered stays; what was empty is filled. Pregnancy changes which rules apply and is no addition.
        const clinical = { ...more, ...input.clinical, reasons: [...input.clinical.reasons, ...more.reasons] }
        const ticks = [...(input.clinical.ticks ?? []), ...(more.ticks ?? [])]
        const added = { ...input, isEmergency: input.isEmergency || isEmergency, clinical: { ...clinical, ticks } }
        const before = triage(input).class
        expect(CASE_CLASSES.indexOf(triage(added).class)).toBeLessThanOrEqual(CASE_CLASSES.indexOf(before))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('acuity', () => {
  it.each([
    ['nothing', {}, 0],
    ['NEWS2 of 3', { systolicMmHg: 220 }, 15],
    ['pain now', { painNow: 1 }, 20],
    ['an onset less than three hours ago', { painOnsetAt: hoursAgo(2.99) }, 15],
    ['an onset three hours ago', { painOnsetAt: hoursAgo(3) }, 10],
    ['an onset twelve hours ago', { painOnsetAt: hoursAgo(12) }, 10],
    ['an older onset', { painOnsetAt: hoursAgo(12.01) }, 0],
    ['systolic 99', { systolicMmHg: 99 }, 25],
    ['75 years', { ageYears: 75 }, 10],
    ['74 years', { ageYears: 74 }, 0],
    ['troponin', { troponin: { value: 20, unit: 'ng/L', upperLimit: 14 } }, 10],
    ['Killip 2', { killipClass: 2 }, 10],
    ['diabetes', { history: ['diabetes' as const] }, 5],
  ] satisfies [string, Case, number][])('of %s: %o is %d', (_, input, points) => {
    expect(judge(input).acuity).toBe(points)
  })

  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { acuity } = triage(input)
        expect(acuity >= 0 && acuity <= 100 && Number.isInteger(acuity)).toBe(true)
      }),
    )
  })
})

function anyClinical(): fc.Arbitrary<Clinical> {
  const whole = (min: number, max: number) => fc.integer({ min, max })
  return fc
    .record(
      {
        reasons: fc.subarray([...REASONS], { minLength: 1 }),
        painNow: whole(0, 10),
        painOnsetAt: whole(0, 24 * 7).map(hoursAgo),
        systolicMmHg: whole(40, 300),
        isPressureUnrecordable: fc.boolean(),
        heartRateBpm: whole(0, 350),
        spo2Percent: whole(30, 100),
        onOxygen: fc.boolean(),
        respiratoryRatePerMin: whole(0, 80),
        temperatureC: whole(250, 430).map((tenths) => tenths / 10),
        consciousness: fc.constantFrom('A' as const, 'C' as const, 'V' as const, 'P' as const, 'U' as const),
        killipClass: whole(1, 4),
        potassiumMmolL: whole(10, 120).map((tenths) => tenths / 10),
        troponin: whole(0, 100).map((value) => ({ value, unit: 'ng/L', upperLimit: 14 })),
        ticks: fc.subarray([...TICKS]),
        history: fc.subarray([...HISTORY]),
      },
      { requiredKeys: ['reasons'] },
    )
    .map((clinical) => Clinical.parse(clinical))
}

function anyInput(): fc.Arbitrary<TriageInput> {
  return fc.record({
    isEmergency: fc.boolean(),
    clinical: anyClinical(),
    ageYears: fc.option(fc.integer({ min: 0, max: 100 })),
    recordings: fc.array(
      fc.constantFrom<JudgedRecording>(null, ecg({ heartRateBpm: 155 }), ...CASE_CLASSES.map(found)),
      {
        maxLength: 3,
      },
    ),
    now: fc.constant(NOW),
  })
}
