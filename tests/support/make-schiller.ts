export type MadeSchiller = {
  readonly leads?: Readonly<Record<string, string>>
  readonly type?: string
  readonly exponent?: string
  readonly rate?: string
  readonly units?: string
  readonly unitPerBit?: string
  readonly dataType?: string
  readonly declared?: number
  readonly events?: string
}

const ROOT = 'com.xiriuz.sema.xml.schillerEDI.SchillerEDI'

/** A small Schiller document; the averaged beat in it must not be shown. */
export function makeSchiller(parts: MadeSchiller = {}): string {
  const leads = Object.entries(parts.leads ?? { II: '1,2,3' })
  const channel = ([name, data]: readonly [string, string]) =>
    `<channel><name>${name}</name><samplecount>${parts.declared ?? data.split(',').length}</samplecount>
     <datastype>${parts.dataType ?? 'COMMASEPARATE'}</datastype><data>${data}</data></channel>`
  const resolution = `<resolution>
    <samplerate><value>${parts.rate ?? '500'}</value><exponent>${parts.exponent ?? '1'}</exponent></samplerate>
    <yres><units>${parts.units ?? 'UV'}</units><unitperbit>${parts.unitPerBit ?? '2.5'}</unitperbit></yres></resolution>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<${ROOT}>
  <examdescript><startdatetime><date>20261122</date><time>101112</time></startdatetime>
    <idu><aquiring_institute><name>Main Hospital</name></aquiring_institute></idu>
    <aquiringdevice><hardware><vendor>SCHILLER AG</vendor><model>AT-102</model></hardware></aquiringdevice></examdescript>
  <patdata><id>77</id><lastname>Каримов</lastname><firstname>Шерзод</firstname><birthdate>19710123</birthdate>
    <gender>MALE</gender></patdata>
  <eventdata><event>
    <wavedata><type>ECG_AVERAGES</type>${resolution}${channel(['II', '9,9'])}</wavedata>
    <wavedata><type>${parts.type ?? 'ECG_RHYTHMS'}</type>${resolution}${leads.map(channel).join('')}</wavedata>
    <annotation_global><name>HR</name><value>75</value></annotation_global>
    <annotation_global><name>PQ</name><value>-</value></annotation_global>
    <annotation_global><name>AXIS_QRS</name><value>-35</value></annotation_global>
    <textdata><type>INTERPRETATION</type><textdata>SINUS RHYTHM</textdata></textdata>
    <textdata><type>COMMENT</type><textdata>by hand</textdata></textdata>
  </event>${parts.events ?? ''}</eventdata>
</${ROOT}>`
}
