/** What a rendered page says besides the trace: patient, device, times and the device's own numbers, in plain English. */

import type { PageTexts } from '@/ecg/layout/ecg-page'
import { STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import type { EcgRecording, Reported } from '@/ecg/types'

export function pageTexts(recording: EcgRecording, offsetMs: number): PageTexts {
  const { mmPerSecond, mmPerMv } = STANDARD_SCALE
  const durationMs = ((recording.leads[0]?.samplesUv.length ?? 0) / recording.sampleRateHz) * 1000
  const to = Math.min(offsetMs + SHOWN_MS, durationMs)
  const rate = `${Number(recording.sampleRateHz.toFixed(3))} Hz`
  return {
    columns: [patientLines(recording), recordingLines(recording), reportedLines(recording.reported)],
    scale: `${mmPerSecond} mm/s · ${mmPerMv} mm/mV · ${rate} · unfiltered`,
    absent: 'not recorded',
    watermark: recording.isSynthetic ? 'SYNTHETIC' : null,
    footer: [
      `Seconds ${seconds(offsetMs)} to ${seconds(to)} of ${seconds(durationMs)}, read from ${recording.format}.`,
      ...(recording.isSynthetic ? ['Made by software from no patient.'] : []),
    ].join(' '),
  }
}

function patientLines({ patient }: EcgRecording): readonly string[] {
  const { familyName, givenName, id, sex, birthDate, ageYears } = patient
  const name = [familyName, givenName].filter((word) => word !== null).join(' ')
  const age = ageYears === null ? [] : [`${ageYears} years`]
  const facts = [...(sex === null ? [] : [sex]), ...age].join(', ')
  return [
    name || 'Name not given',
    ...(facts === '' ? [] : [facts]),
    ...(birthDate === null ? [] : [`Born ${birthDate}`]),
    ...(id === null ? [] : [`Id ${id}`]),
  ]
}

function recordingLines({ recordedAt, device }: EcgRecording): readonly string[] {
  const { manufacturer, model, serial, institution } = device
  const name = [manufacturer, model].filter((word) => word !== null).join(' ')
  return [
    recordedAt === null
      ? 'Time not given'
      : `${recordedAt.local.replace('T', ' ')}${zone(recordedAt.utcOffsetMinutes)}`,
    ...(name === '' ? [] : [name]),
    ...(serial === null ? [] : [`Serial ${serial}`]),
    ...(institution === null ? [] : [institution]),
  ]
}

function zone(offsetMinutes: number | null): string {
  if (offsetMinutes === null) return ''
  const magnitude = Math.abs(offsetMinutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return ` UTC${offsetMinutes < 0 ? '−' : '+'}${two(Math.floor(magnitude / 60))}:${two(magnitude % 60)}`
}

/** Under a heading that says whose numbers these are. */
function reportedLines(reported: Reported): readonly string[] {
  const { heartRateBpm, prMs, pMs, qrsMs, qtMs, qtcMs, pAxisDeg, qrsAxisDeg, tAxisDeg, statements } = reported
  const facts = (pairs: readonly (readonly [string, number | null, string])[]) =>
    pairs
      .flatMap(([label, value, unit]) => (value === null ? [] : [`${label} ${Math.round(value)}${unit}`]))
      .join(' · ')
  const lines = [
    facts([
      ['Heart rate', heartRateBpm, '/min'],
      ['P', pMs, ' ms'],
      ['PR', prMs, ' ms'],
    ]),
    facts([
      ['QRS', qrsMs, ' ms'],
      ['QT', qtMs, ' ms'],
      ['QTc', qtcMs, ' ms'],
    ]),
    facts([
      ['P axis', pAxisDeg, '°'],
      ['QRS', qrsAxisDeg, '°'],
      ['T', tAxisDeg, '°'],
    ]),
    ...statements,
  ].filter((line) => line !== '')
  return ['As the device reported', ...(lines.length === 0 ? ['Nothing'] : lines)]
}

function seconds(ms: number): string {
  return String(Number((ms / 1000).toFixed(2)))
}
