/** Every format that is read, most specific signature first. A new format is one file plus one line here. */
import type { EcgFormat } from '../types'
import { cardiosoftXml } from './cardiosoft-xml'
import { csv } from './csv'
import { dicom } from './dicom'
import { edf } from './edf'
import { fhir } from './fhir'
import { hl7Aecg } from './hl7-aecg'
import { ishne } from './ishne'
import { json } from './json'
import { mfer } from './mfer'
import { mortaraXml } from './mortara-xml'
import { museXml } from './muse-xml'
import { philipsXml } from './philips-xml'
import { jpeg, pdf, png } from './picture'
import { schillerXml } from './schiller-xml'
import { scpEcg } from './scp'
import { wfdb } from './wfdb'

export const ECG_FORMATS: readonly EcgFormat[] = [
  png,
  jpeg,
  scpEcg,
  dicom,
  edf,
  ishne,
  mfer,
  hl7Aecg,
  museXml,
  philipsXml,
  mortaraXml,
  schillerXml,
  cardiosoftXml,
  wfdb,
  fhir,
  json,
  csv,
  pdf,
]
