/** The words of the domain as the HTTP contract spells them. One list each; database, interface and tests read these. */

export const ROLES = ['nurse', 'cardiologist', 'coordinator', 'admin', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** Most urgent first: the order of this list is the order of the queue's tiers. */
export const CASE_CLASSES = ['EMERGENT', 'URGENT', 'ROUTINE'] as const
export type CaseClass = (typeof CASE_CLASSES)[number]

export const REASONS = [
  'chest_pain',
  'dyspnoea',
  'syncope',
  'palpitations',
  'cardiac_arrest',
  'follow_up',
  'pre_op',
  'screening',
] as const
export type Reason = (typeof REASONS)[number]

export const VERDICTS = ['act_now', 'repeat', 'no_emergency'] as const
export type Verdict = (typeof VERDICTS)[number]

export const OUTCOMES = [
  'pci_done',
  'lysis_success',
  'lysis_failed',
  'medical_therapy',
  'transferred',
  'discharged',
  'died',
  'left',
  'not_cardiac',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CANCEL_REASONS = ['duplicate', 'wrong_patient', 'test', 'other'] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

export const SEXES = ['male', 'female', 'unknown'] as const
export type Sex = (typeof SEXES)[number]

export const FACILITY_TYPES = [
  'regional_centre',
  'district_hospital',
  'polyclinic',
  'family_doctor_point',
  'ambulance_station',
  'private_clinic',
] as const
export type FacilityType = (typeof FACILITY_TYPES)[number]

/** The more urgent of the two. */
export function moreUrgent(a: CaseClass, b: CaseClass): CaseClass {
  return CASE_CLASSES.indexOf(a) <= CASE_CLASSES.indexOf(b) ? a : b
}

/** How an ECG leaves the platform: pages to scale, and the ids of `src/ecg/writers`. */
export const EXPORT_FORMATS = ['pdf', 'svg', 'png', 'dicom', 'scp-ecg', 'hl7-aecg', 'edf', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
