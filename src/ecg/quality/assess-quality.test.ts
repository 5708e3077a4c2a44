import { describe, expect, it } from 'vitest'
import type { QualityReason } from '../measure/types'
import { type EcgOptions, makeEcg } from '../synthetic/make-ecg'
import { FAULTS } from '../synthetic/suite'
import type { EcgRecording } from '../types'
import { assessQuality } from './assess-quality'

function assessed(options: Partial<EcgOptions> = {}) {
  const { recording, truth } = makeEcg({ scenario: 'normal', seed: 5, ...options })
  return assessQuality(recording, { rPeakIndices: peaksOf(truth.beats, recording) })
}

const peaksOf = (beats: readonly { readonly peakAtMs: number }[], { sampleRateHz }: EcgRecording) =>
  beats.map(({ peakAtMs }) => Math.round((peakAtMs * sampleRateHz) / 1000))

const reasonsOf = (options: Partial<EcgOptions>) =>
  assessed(options)
    .notes.filter(({ severity }) => severity !== 'info')
    .map(({ reason }) => reason)

describe('the quality of a recording', () => {
  it('is good for a calm patient and a good cable', () => {
    const quality = assessed()

    expect(quality.overall).toBe('good')
    expect(quality.notes).toEqual([])
    expect(Object.values(quality.leads)).toEqual(Array(12).fill('good'))
    expect(quality.usableMs).toBe(10_000)
  })

  it('says that a machine in monitor mode, or with a muscle filter, bends ST', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 5 })
    const notesOf = (highPassHz: number | null, lowPassHz: number | null) =>
      assessQuality({ ...recording, filters: { highPassHz, lowPassHz } }, { rPeakIndices: [500, 900] }).notes.filter(
        ({ reason }) => reason === 'bandwidth-narrow',
      )

    expect(notesOf(0.5, 150)).toMatchObject([{ severity: 'warn', value: 0.5, limit: 0.5 }])
    expect(notesOf(0.05, 35)).toMatchObject([{ severity: 'warn', value: 35, limit: 40 }])
    expect([...notesOf(0.05, 150), ...notesOf(null, null)]).toEqual([])
  })

  it.each(['inferior-stemi', 'lbbb', 'lvh', 'hyperkalaemia-moderate', 'low-voltage', 'wpw', 'child-2-years'] as const)(
    'is good whatever the heart looks like: %s',
    (scenario) => {
      expect(assessed({ scenario }).overall).toBe('good')
    },
  )

  it.each(['ventricular-premature', 'paced', 'atrial-fibrillation', 'sinus-pause', 'sinus-bradycardia', 'vt'] as const)(
    'is good whatever the rhythm is: %s',
    (rhythm) => {
      expect(assessed({ rhythm }).overall).toBe('good')
    },
  )

  it('is good without any noise, where the lead stands still between the beats', () => {
    expect(assessed({ noise: {} }).overall).toBe('good')
  })

  it('is unacceptable where no beat is found', () => {
    const { recording } = makeEcg({ scenario: 'normal', rhythm: 'vf', seed: 1 })
    const quality = assessQuality(recording, { rPeakIndices: [] })

    expect(quality.overall).toBe('unacceptable')
    expect(quality.notes.map(({ reason }) => reason)).toContain('no-qrs')
  })

  it('does not miss beats that nobody has looked for', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 1 })

    expect(assessQuality(recording, null).overall).toBe('good')
  })

  it('is unacceptable under eight seconds and says so', () => {
    expect(assessed({ durationMs: 7900 })).toMatchObject({ overall: 'unacceptable', usableMs: 7900 })
    expect(assessed({ durationMs: 9000 }).overall).toBe('good')
  })
})

const SEEN: readonly (readonly [string, QualityReason | null])[] = [
  ['electrode-pop', 'electrode-movement'],
  ['saturated', 'saturated'],
  ['gain-half', null],
  ['gain-double', null],
  // Ten times a heart meets the end of the range.
  ['gain-tenfold', 'saturated'],
  ['skewed', null],
  ['chest-mirrored', null],
  ['duplicate-lead', 'duplicate-leads'],
  ['missing-lead', 'missing-lead'],
  ['inverted-avr', 'augmented-lead-inverted'],
  ['inverted-iii', 'lead-three-inverted'],
  ['limb-gain', 'limb-leads-inconsistent'],
  ['four-columns', 'missing-samples'],
  ['lead-off', 'lead-off'],
  ['rate-250', null],
  ['rate-1000', null],
]

describe('a fault', () => {
  it('has a row here for each that is made', () => {
    expect(SEEN.map(([fault]) => fault)).toEqual(Object.keys(FAULTS))
  })

  it.each(SEEN)('is seen as what it is: %s as %s', (fault, reason) => {
    for (const seed of [1, 2, 3]) {
      const reasons = reasonsOf({ ...FAULTS[fault], seed })

      if (reason === null) expect(reasons).toEqual([])
      else expect(reasons).toContain(reason)
    }
  })

  it('names its leads', () => {
    const { notes, leads } = assessed(FAULTS['lead-off'])

    expect(notes.find(({ reason }) => reason === 'lead-off')?.leads).toEqual(['V2'])
    expect(leads.V2).toBe('bad')
    expect(leads.V3).toBe('good')
  })

  it.each([
    [{ wanderUvPp: 100 }, []],
    [{ wanderUvPp: 700 }, ['baseline-wander warn']],
    [{ wanderUvPp: 3200 }, ['baseline-wander bad']],
    [{ muscleUvRms: 15 }, []],
    [{ muscleUvRms: 35 }, ['muscle-noise warn']],
    [{ muscleUvRms: 90 }, ['muscle-noise bad']],
    [{ mainsUvPp: 30 }, []],
    [{ mainsUvPp: 80 }, ['mains-noise warn']],
    [{ mainsUvPp: 260 }, ['mains-noise bad']],
  ] as const)('of noise is told by its kind and its height: %o', (noise, expected) => {
    for (const seed of [1, 2, 3]) {
      const { notes } = assessed({ noise, seed })

      expect(notes.map(({ reason, severity }) => `${reason} ${severity}`)).toEqual(expected)
    }
  })

  it('makes the recording unacceptable in I and II, in two chest leads, and limits it in one', () => {
    const off = (leadsOff: NonNullable<EcgOptions['noise']>['leadsOff']) =>
      assessed({ noise: leadsOff ? { leadsOff } : {} }).overall

    expect(off(['V5'])).toBe('limited')
    expect(off(['V5', 'V6'])).toBe('unacceptable')
    expect(off(['I', 'II'])).toBe('unacceptable')
  })

  it('lists leads of zeros as missing', () => {
    const { recording, truth } = makeEcg({ scenario: 'normal', seed: 1 })
    const leads = recording.leads.map((lead) =>
      lead.name === 'V4' ? { ...lead, samplesUv: new Float32Array(lead.samplesUv.length) } : lead,
    )
    const quality = assessQuality({ ...recording, leads }, { rPeakIndices: peaksOf(truth.beats, recording) })

    expect(quality.missingLeads).toEqual(['V4'])
    expect(quality.leads.V4).toBe('bad')
  })

  it('is no more than a warning in a lone flat limb lead, which is rather an exchange with the right leg', () => {
    for (const swap of ['RA-RL', 'LA-RL', 'arms-legs'] as const) {
      const { notes, overall } = assessed({ swap })

      expect(notes.every(({ severity }) => severity === 'warn')).toBe(true)
      expect(overall).toBe(swap === 'LA-RL' ? 'good' : 'limited')
    }
  })

  it('of the gain is seen where QRS is too small or too large for any heart', () => {
    for (const gain of [0.05, 8]) {
      const { recording, truth } = makeEcg({ scenario: 'normal', seed: 1 })
      const leads = recording.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.map((uv) => uv * gain) }))
      const { notes } = assessQuality({ ...recording, leads }, { rPeakIndices: peaksOf(truth.beats, recording) })

      expect(notes.map(({ reason }) => reason)).toContain('gain-implausible')
    }
  })

  it('is not told twice where two limb leads fail together: the sums of A2 blame the lead that is wrong', () => {
    const { notes } = assessed(FAULTS['limb-gain'])

    expect(notes.find(({ reason }) => reason === 'limb-leads-inconsistent')?.leads).toContain('I')
  })
})
