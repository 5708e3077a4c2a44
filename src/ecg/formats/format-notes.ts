/** What is read of each format and what is not, in words for people; `docs/formats.md` is made from it. */

export type FormatNote = { readonly name: string; readonly read: string; readonly leftOut: string }

export const FORMAT_NOTES: Readonly<Record<string, FormatNote>> = {
  'scp-ecg': {
    name: 'SCP-ECG 1.0–3.0',
    read: 'default and own Huffman tables, first and second differences, subtraction of the reference beat; patient, device, times; measurements and statements (sections 7, 8, 10)',
    leftOut: 'section 12, sections of a manufacturer, files whose sections do not lie where the standard has them',
  },
  dicom: {
    name: 'DICOM waveforms',
    read: '12-lead, general, ambulatory, any class that holds ECG leads; explicit, implicit, big endian, deflated, without header; 8, 16, 32 bits; sensitivity × correction + baseline; several multiplex groups; character sets; an enclosed PDF as a picture; in pieces when long',
    leftOut: 'µ-law and A-law samples, pixel data, channel skew',
  },
  'hl7-aecg': {
    name: 'HL7 aECG',
    read: 'rhythm series, absolute and relative time, any order of leads, origin, scale and unit; values that the device annotated',
    leftOut: 'derived series (representative beats), leads one after the other',
  },
  'muse-xml': {
    name: 'GE MUSE XML',
    read: 'rhythm waveform in base64, eight stored leads give twelve, checksums; measurements and statements',
    leftOut: 'median beat as a recording, leads one after the other; the document type is never fetched',
  },
  'philips-xml': {
    name: 'Philips Sierra XML 1.03–1.04.01',
    read: 'UTF-8, UTF-16 of either order; XLI and plain samples; residual limb leads; calibration pulse cut off; measurements and statements',
    leftOut: 'other bit widths, representative beats',
  },
  'mortara-xml': {
    name: 'Mortara ELI XML',
    read: 'all channels in base64; measurements and statements',
    leftOut: 'other bit widths, an offset, the typical beat',
  },
  'schiller-xml': {
    name: 'Schiller SEMA XML',
    read: 'rhythm in lists of whole numbers; measurements and statements',
    leftOut: 'averaged beats, other ways to write samples',
  },
  'cardiosoft-xml': {
    name: 'GE CardioSoft XML',
    read: 'strip of a resting ECG in lists of whole numbers; measurements',
    leftOut: 'full disclosure of an exercise test, median beat',
  },
  edf: {
    name: 'EDF, EDF+, BDF',
    read: '16 and 24 bits, any physical range and voltage unit, patient, device and times of EDF+, pauses of EDF+D, annotations; in pieces when long',
    leftOut: 'leads of another rate than most; leads that are one constant (not connected); pauses when read in pieces',
  },
  wfdb: {
    name: 'WFDB',
    read: 'formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311 and FLAC (508, 516, 524), header and signal files together or in one ZIP, several samples a frame, skews, offsets, segments; annotation files; in pieces when long (not 8, FLAC and segments)',
    leftOut: 'signals of another rate than most leads',
  },
  ishne: {
    name: 'ISHNE Holter',
    read: 'header, patient, 1–12 leads of 16 bits; in pieces when long',
    leftOut: 'annotation files, leads that are none of the standard’s',
  },
  mfer: {
    name: 'MFER',
    read: 'either byte order, blocks and sequences, attributes of single channels, whole numbers of 8, 16, 32 bits, null values, several frames',
    leftOut: 'compressed and floating-point data, dominant beats',
  },
  fhir: {
    name: 'FHIR Observation (SampledData)',
    read: 'R4 and R5, alone or in a Bundle, factor, origin and unit, missing samples; a unit that is absent can be told',
    leftOut: 'several dimensions, data by reference, code maps',
  },
  csv: {
    name: 'CSV and other columns of numbers',
    read: 'comma, semicolon, tab, space; decimal comma; lines of description; rate, unit and columns that are absent can be told',
    leftOut: 'what neither the file nor a person says: nothing is guessed',
  },
  json: {
    name: 'JSON of no standard',
    read: 'leads by name or in a list, with rate and unit, which can be told when absent',
    leftOut: 'what neither the file nor a person says',
  },
  picture: {
    name: 'JPEG, PNG, PDF',
    read: 'kind and size; shown as a picture',
    leftOut: 'the trace in it',
  },
}
