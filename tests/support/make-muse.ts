export type MadeMuseLead = {
  readonly name: string
  readonly counts: readonly number[]
  readonly unitsPerBit?: string
  readonly units?: string
  readonly declared?: number
  readonly crc32?: number
  readonly data?: string
  readonly extra?: string
}

export type MadeMuse = {
  readonly prologue?: string
  readonly leads?: readonly MadeMuseLead[]
  readonly type?: string
  readonly base?: string
  readonly exponent?: string
  readonly extra?: string
}

const PROLOGUE = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE RestingECG SYSTEM "restecg.dtd">'

/** A small GE MUSE document: an average beat that must not be shown, then the rhythm. */
export function makeMuse(parts: MadeMuse = {}): string {
  const leads = parts.leads ?? [{ name: 'II', counts: [1, 2, 3] }]
  return `${parts.prologue ?? PROLOGUE}
<RestingECG>${parts.extra ?? ''}
  <Waveform><WaveformType>Median</WaveformType><SampleBase>500</SampleBase><SampleExponent>0</SampleExponent>
    ${leadXml({ name: 'II', counts: [9, 9] })}</Waveform>
  <Waveform><WaveformType>${parts.type ?? 'Rhythm'}</WaveformType>
    <SampleBase>${parts.base ?? '500'}</SampleBase><SampleExponent>${parts.exponent ?? '0'}</SampleExponent>
    ${leads.map(leadXml).join('')}</Waveform>
</RestingECG>`
}

/** Counts as base64 of 16-bit little-endian numbers. */
function base64Of(counts: readonly number[]): string {
  return Buffer.from(Int16Array.from(counts).buffer).toString('base64')
}

function leadXml(lead: MadeMuseLead): string {
  return `<LeadData><LeadSampleCountTotal>${lead.declared ?? lead.counts.length}</LeadSampleCountTotal>
    <LeadAmplitudeUnitsPerBit>${lead.unitsPerBit ?? '4.88'}</LeadAmplitudeUnitsPerBit>
    <LeadAmplitudeUnits>${lead.units ?? 'MICROVOLTS'}</LeadAmplitudeUnits><LeadID>${lead.name}</LeadID>
    ${lead.crc32 === undefined ? '' : `<LeadDataCRC32>${lead.crc32}</LeadDataCRC32>`}${lead.extra ?? ''}
    <WaveFormData>\n${lead.data ?? base64Of(lead.counts)}\n</WaveFormData></LeadData>`
}
