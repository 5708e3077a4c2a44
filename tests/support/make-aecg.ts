export type MadeSequence = {
  readonly code: string
  readonly digits: string
  readonly scale?: string
  readonly unit?: string
  readonly origin?: string
}

export type MadeAecg = {
  readonly prologue?: string
  readonly time?: string
  readonly sequences?: readonly MadeSequence[]
  readonly annotations?: string
  readonly demographics?: string
}

const RELATIVE_TIME = `<sequence><code code="TIME_RELATIVE"/><value xsi:type="GLIST_PQ">
  <head value="0" unit="s"/><increment value="0.002" unit="s"/></value></sequence>`

/** A small HL7 aECG document. */
export function makeAecg(parts: MadeAecg = {}): string {
  const sequences = parts.sequences ?? [{ code: 'MDC_ECG_LEAD_II', digits: '1 2 3' }]
  return `${parts.prologue ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <effectiveTime><center value="20261122101112"/></effectiveTime>
  <componentOf><timepointEvent><componentOf><subjectAssignment><subject><trialSubject>
    <id root="1.2" extension="AA1234567"/>${parts.demographics ?? ''}
  </trialSubject></subject></subjectAssignment></componentOf></timepointEvent></componentOf>
  <component><series><code code="RHYTHM"/>
    <component><sequenceSet>
      <component>${parts.time ?? RELATIVE_TIME}</component>
      ${sequences.map((sequence) => `<component>${sequenceXml(sequence)}</component>`).join('')}
    </sequenceSet></component>
    <subjectOf><annotationSet><component>${parts.annotations ?? ''}</component></annotationSet></subjectOf>
  </series></component>
</AnnotatedECG>`
}

function sequenceXml({ code, digits, scale = '2.5', unit = 'uV', origin = '0' }: MadeSequence): string {
  return `<sequence><code code="${code}"/><value xsi:type="SLIST_PQ">
    <origin value="${origin}" unit="${unit}"/><scale value="${scale}" unit="${unit}"/>
    <digits>${digits}</digits></value></sequence>`
}
