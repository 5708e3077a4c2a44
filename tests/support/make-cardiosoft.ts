export type MadeCardiosoft = {
  readonly leads?: Readonly<Record<string, string>>
  readonly strip?: string
  readonly declared?: string
  readonly resolution?: string
  readonly rate?: string
  readonly extra?: string
}

/** A small GE CardioSoft document; the average beat in it must not be shown. */
export function makeCardiosoft(parts: MadeCardiosoft = {}): string {
  const leads = Object.entries(parts.leads ?? { II: '1,2,3' })
  return `<?xml version="1.0" encoding="ISO-8859-1"?>
<CardiologyXML>${parts.extra ?? ''}
  <RestingECGMeasurements><MedianSamples><SampleRate>500</SampleRate>
    <WaveformData lead="II">9,9,9,9,9</WaveformData></MedianSamples>
    <VentricularRate units="BPM">65</VentricularRate><PQInterval units="ms">160</PQInterval>
    <QTInterval units="s">0.4</QTInterval><QRSDuration units="ms">0</QRSDuration></RestingECGMeasurements>
  <${parts.strip ?? 'StripData'}><SampleRate units="Hz">${parts.rate ?? '500'}</SampleRate>
    <ChannelSampleCountTotal>${parts.declared ?? ''}</ChannelSampleCountTotal>
    ${parts.resolution ?? '<Resolution units="uVperLsb">5</Resolution>'}
    ${leads.map(([lead, text]) => `<WaveformData lead="${lead}">\n${text}\n</WaveformData>`).join('')}
  </${parts.strip ?? 'StripData'}>
</CardiologyXML>`
}
