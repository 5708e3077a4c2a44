export type MadeMortara = {
  readonly names?: readonly string[]
  readonly counts?: readonly number[]
  /** In place of the attributes of each channel but its name and samples. */
  readonly coding?: string
  readonly declared?: number
  readonly data?: string
  readonly extra?: string
}

const CODING = 'OFFSET="0" BITS="16" FORMAT="SIGNED" UNITS_PER_MV="400" SAMPLE_FREQ="500" ENCODING="BASE64"'

/** A small Mortara ELI document; the typical beat in it must not be shown. */
export function makeMortara(parts: MadeMortara = {}): string {
  const counts = parts.counts ?? [1, 2, 3]
  const base64 = Buffer.from(Int16Array.from(counts).buffer).toString('base64')
  const channel = (name: string) =>
    `<CHANNEL ${parts.coding ?? CODING} DURATION="${parts.declared ?? counts.length}" NAME="${name}" DATA="${parts.data ?? base64}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<ECG ACQUISITION_TIME="20261122101112" AGE="55" AGE_UNITS="Y" VENT_RATE="75" AVERAGE_RR="800">
  <SUBJECT LAST_NAME="Каримов" FIRST_NAME="Шерзод" GENDER="Male" ID="77" DOB="19710123"/>
  <SOURCE MANUFACTURER="Mortara Instrument, Inc." MODEL="ELI250c" ACQUIRING_DEVICE_SERIAL_NUMBER="SN1"
    ACQUIRING_DEVICE_SITE_NAME="Main Hospital"/>
  <AUTOMATIC_INTERPRETATION><STATEMENT TEXT="SINUS RHYTHM " REASON=""/><STATEMENT TEXT="" REASON=""/>
    <STATEMENT TEXT="LEFT AXIS DEVIATION" REASON="QRS AXIS &lt; -30"/></AUTOMATIC_INTERPRETATION>
  <TYPICAL_CYCLE PR_DURATION="163" QRS_DURATION="93" QT="456" QTC="0" P_AXIS="57" QRS_AXIS="-35" T_AXIS="999">
    <TYPICAL_CYCLE_CHANNEL NAME="II" DATA="CQAJAAkA"/></TYPICAL_CYCLE>
  ${parts.extra ?? ''}${(parts.names ?? ['II']).map(channel).join('')}
</ECG>`
}
