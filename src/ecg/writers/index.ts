/** Every format that is written. A new writer is one file plus one line here. */
import { csvWriter } from './csv'
import { dicomWriter } from './dicom'
import { edfWriter } from './edf'
import { hl7AecgWriter } from './hl7-aecg'
import { scpWriter } from './scp'
import { wfdbWriter } from './wfdb'
import type { EcgWriter } from './writer'

export const ECG_WRITERS: readonly EcgWriter[] = [
  dicomWriter,
  scpWriter,
  hl7AecgWriter,
  edfWriter,
  wfdbWriter,
  csvWriter,
]
