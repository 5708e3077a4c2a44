import { describe, expect, it } from 'vitest'
import { codeOf, expectOnlyFormatErrors, recordingOf } from '../../../tests/support/format-tests'
import { type MadePhilips, makePhilips } from '../../../tests/support/make-philips'
import type { EcgRecording } from '../types'
import { philipsXml } from './philips-xml'

const WAVE = Array.from(
  { length: 300 },
  (_, index) => Math.round(800 * Math.sin(index / 7)) - (index % 40 === 0 ? 900 : 0),
)
const LIMB_LABELS = 'I II III aVR aVL aVF'

describe('a Philips Sierra ECG XML', () => {
  it('unpacks what XLI packed', () => {
    expect(countsOf(read({ leads: [WAVE] }), 'II')).toEqual(WAVE)
  })

  it('reads leads that are not packed', () => {
    expect(countsOf(read({ leads: [WAVE, [...WAVE].reverse()], labels: 'V1 V2', isPacked: false }), 'V2')).toEqual(
      [...WAVE].reverse(),
    )
  })

  it('takes the twelve leads where version 1.03 does not name them', () => {
    const leads = Array.from({ length: 12 }, () => [0, 0, 0])
    expect(read({ leads, labels: '', version: '1.03', type: 'SierraECG' }).leads).toHaveLength(12)
  })

  it.each([true, false])('restores the limb leads of their residuals (packed: %s)', (isPacked) => {
    const leads = [
      [10, 21, -3],
      [30, 40, 7],
      [1, 0, -1],
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 2],
    ]
    const recording = read({ leads, labels: LIMB_LABELS, isPacked })
    expect(countsOf(recording, 'III')).toEqual([19, 19, 11])
    expect(countsOf(recording, 'aVR')).toEqual([-20, -31, -2])
    expect(countsOf(recording, 'aVL')).toEqual([-6, 1, -7])
    expect(countsOf(recording, 'aVF')).toEqual([24, 29, 7])
  })

  it('leaves whole limb leads as they are where they are not packed', () => {
    const leads = [
      [10, 21, -3],
      [30, 40, 7],
      [20, 19, 10],
      [-20, -31, -2],
      [-5, 1, -7],
      [25, 30, 9],
    ]
    expect(countsOf(read({ leads, labels: LIMB_LABELS, isPacked: false }), 'III')).toEqual([20, 19, 10])
  })

  it('cuts off the calibration pulse with all that follows it, in every lead', () => {
    const pulse = [...Array(200).fill(200), ...Array(100).fill(0)]
    const recording = read({
      leads: [
        [...WAVE, ...pulse],
        [...WAVE, ...pulse],
      ],
      labels: 'V1 V2',
    })
    expect(countsOf(recording, 'V1')).toEqual(WAVE)
    expect(recording.warnings).toEqual(['calibration-pulse-removed'])
  })

  it('cuts off the pulse of most leads and names the lead that lacks it', () => {
    const ended = [...WAVE, ...Array(200).fill(200), ...Array(100).fill(0)]
    const recording = read({ leads: [ended, ended, [...ended].reverse()], labels: 'V1 V2 V3' })
    expect(countsOf(recording, 'V3')).toHaveLength(WAVE.length)
    expect(recording.warnings).toHaveLength(2)
    expect(recording.warnings[1]).toContain('V3')
  })

  it('keeps a step that stands in one lead only, or is not of one millivolt', () => {
    const step = (count: number) => [...WAVE, ...Array(200).fill(count), ...Array(100).fill(0)]
    const flat = [...WAVE, ...Array(300).fill(0)]
    expect(read({ leads: [step(200), flat], labels: 'V1 V2' }).warnings).toEqual([])
    expect(read({ leads: [step(300), step(300)], labels: 'V1 V2' }).warnings).toEqual([])
  })

  it('reads person, device, time, values and statements', () => {
    const extra = `<patient><generalpatientdata><patientid>77</patientid>
      <name><lastname>Каримов</lastname><firstname>Шерзод</firstname></name>
      <age><dateofbirth>1971-01-23</dateofbirth></age><sex>Male</sex></generalpatientdata></patient>
      <interpretations><interpretation><globalmeasurements><heartrate>84</heartrate><print>Failed</print>
      <qrsdur>84</qrsdur></globalmeasurements><severity>- ABNORMAL ECG -</severity>
      <statement><leftstatement>Sinus rhythm</leftstatement><rightstatement>rate &lt; 50</rightstatement></statement>
      <statement><leftstatement>&gt;&gt;&gt; Acute MI &lt;&lt;&lt;</leftstatement><rightstatement/></statement>
      </interpretation></interpretations>`
    const recording = read({ extra })
    expect(recording.patient).toMatchObject({ id: '77', familyName: 'Каримов', sex: 'male', birthDate: '1971-01-23' })
    expect(recording.recordedAt?.local).toBe('2026-11-22T10:11:12')
    expect(recording.device).toMatchObject({ manufacturer: 'Philips', model: 'PageWriter', serial: '7' })
    expect(recording.reported).toMatchObject({ heartRateBpm: 84, prMs: null, qrsMs: 84 })
    expect(recording.reported.statements).toEqual(['Sinus rhythm: rate < 50', '>>> Acute MI <<<', '- ABNORMAL ECG -'])
  })

  it('reads UTF-16 with either order of bytes', () => {
    const little = Buffer.from(`\ufeff${makePhilips({ leads: [WAVE] })}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big]) {
      expect(countsOf(recordingOf(philipsXml, new Uint8Array(bytes)), 'II')).toEqual(WAVE)
    }
  })

  it.each<readonly [string, MadePhilips, string]>([
    ['another document type', { type: 'MortaraECG' }, 'unsupported'],
    ['another version', { version: '2.00' }, 'unsupported'],
    ['no version', { version: '' }, 'malformed'],
    ['no samples', { data: ' ' }, 'no_waveform'],
    ['another packing', { isPacked: false, attributes: 'compression="ZIP"' }, 'unsupported'],
    ['samples without a sign', { attributes: 'signalsigned="False"' }, 'unsupported'],
    ['an offset', { attributes: 'signaloffset="5"' }, 'unsupported'],
    ['bad base64', { data: '*' }, 'malformed'],
    ['a cut lead that is packed', { durationMs: 4 }, 'truncated'],
    ['a cut lead that is not packed', { isPacked: false, durationMs: 4 }, 'truncated'],
    ['more samples than it says', { leads: [WAVE], durationMs: 100 }, 'malformed'],
    ['a missing lead', { labels: 'I II' }, 'truncated'],
    ['an undefined code', { data: Buffer.from([2, 0, 0, 0, 1, 0, 0, 0, 0xfe, 0x40]).toString('base64') }, 'malformed'],
    ['a recording of an hour', { durationMs: 3_600_000, labels: 'I II' }, 'unsupported'],
    ['no duration', { durationMs: 0 }, 'no_waveform'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => philipsXml.read(new TextEncoder().encode(makePhilips(parts))))).toBe(code)
  })

  it('fails by name only, whatever is cut or flipped', () => {
    expectOnlyFormatErrors(philipsXml, new TextEncoder().encode(makePhilips({ leads: [WAVE.slice(0, 40)] })))
  })
})

function read(parts: MadePhilips): EcgRecording {
  return recordingOf(philipsXml, new TextEncoder().encode(makePhilips(parts)))
}

function countsOf(recording: EcgRecording, name: string): number[] {
  const samplesUv = recording.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array()
  return Array.from(samplesUv, (uv) => Math.round(uv / 5))
}
