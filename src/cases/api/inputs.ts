/** Bodies that `/api/v1` accepts. The OpenAPI document, the server's parsing and the interface's forms use these very schemas. */
import { z } from 'zod'
import { HIGH_PASS_HZ, LOW_PASS_HZ, NOTCH_HZ } from '@/ecg/layout/display-filter'
import { LAYOUT_IDS } from '@/ecg/layout/layouts'
import { LEAD_NAMES } from '@/ecg/types'
import { Clinical, ClinicalChange } from '../clinical'
import { RegionLadder } from '../ladder'
import { normalisePassport, parsePinfl } from '../patient-id'
import { CANCEL_REASONS, CASE_CLASSES, EXPORT_FORMATS, OUTCOMES, SEXES, VERDICTS } from '../values'

const text = (max: number) => z.string().trim().min(1).max(max)
const note = z.string().trim().max(2000).optional()

const KnownPatient = z.strictObject({
  unknown: z.literal(false).optional(),
  pinfl: z.string().trim().max(40).optional(),
  /** Why a PINFL with a wrong check digit is right all the same (old paper, typed from the card twice). */
  pinflOverrideReason: text(200).optional(),
  passport: z.string().trim().max(40).optional(),
  familyName: text(80),
  givenName: text(80),
  patronymic: text(80).optional(),
  sex: z.enum(SEXES),
  birthDate: z.iso.date(),
})

const UnknownPatient = z.strictObject({
  unknown: z.literal(true),
  sex: z.enum(SEXES),
  ageYears: z.int().min(0).max(120),
  description: z.string().trim().max(200).optional(),
})

export const PatientInput = z.union([UnknownPatient, KnownPatient]).superRefine((patient, ctx) => {
  if (patient.unknown === true) return
  const fail = (path: string, code: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message: code, params: { code } })
  if (!patient.pinfl && !patient.passport) fail('pinfl', 'id_missing')
  if (patient.pinfl) {
    const pinfl = parsePinfl(patient.pinfl)
    if (!pinfl) fail('pinfl', 'pinfl_length')
    else if (!pinfl.isCheckDigitRight && !patient.pinflOverrideReason) fail('pinfl', 'pinfl_check_digit')
  }
  if (patient.passport && !normalisePassport(patient.passport)) fail('passport', 'passport_form')
})
export type PatientInput = z.infer<typeof PatientInput>

export const SubmitCaseInput = z
  .strictObject({
    patient: PatientInput,
    emergency: z.boolean().default(false),
    clinical: Clinical,
    fileIds: z.array(z.uuid()).max(20),
    /** How many files will follow: the case enters the queue as "ECG on its way". */
    filesExpected: z.int().min(0).max(20).default(0),
    /** The nurse saw the differences between file and form and sends all the same. */
    mismatchConfirmed: z.boolean().default(false),
    /** The draft that this sends. */
    draftId: z.uuid().optional(),
  })
  .refine((input) => input.fileIds.length > 0 || input.filesExpected > 0, {
    path: ['fileIds'],
    message: 'file_missing',
    params: { code: 'file_missing' },
  })
export type SubmitCaseInput = z.infer<typeof SubmitCaseInput>

/** What a person says of a file of bare numbers. */
export const DescribeFileInput = z.strictObject({
  sampleRateHz: z.number().min(20).max(100_000).optional(),
  unit: z
    .string()
    .trim()
    .regex(/^(\d+(\.\d+)?\s*)?(nV|uV|µV|mV|V)$/)
    .optional(),
  columns: z.array(z.enum(LEAD_NAMES).nullable()).min(1).max(64).optional(),
})

/** A large file that is to be sent in parts. */
export const BeginUploadInput = z.strictObject({
  name: text(1000),
  sizeBytes: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Of the whole file, in hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export const PartQuery = z.object({ index: z.coerce.number().int().min(0).max(10_000) })
export const TileQuery = z.object({
  level: z.coerce.number().int().min(0).max(10),
  index: z.coerce.number().int().min(0).max(1_000_000),
})

/** A form in progress. It is kept as it stands; nothing in it is required. */
export const SaveDraftInput = z.strictObject({
  draftId: z.uuid().optional(),
  form: z.record(z.string(), z.json()),
  fileIds: z.array(z.uuid()).max(20),
})
export type SaveDraftInput = z.infer<typeof SaveDraftInput>

export const EmptyInput = z.strictObject({})
export const ReleaseInput = z.strictObject({ reason: z.string().trim().max(200).optional() })
/** The number of the claim under which something was written (`claim.fence` of the case); left out: the actor's present one. */
const fence = z.int().min(0).optional()
export const HeartbeatInput = z.strictObject({
  fence,
  /** A browser's page: the case goes back soon after the page is gone. A program leaves it out and keeps the whole lease. */
  isPage: z.boolean().default(false),
  /** How long ago the person last touched anything. */
  idleMs: z.int().min(0).max(86_400_000).default(0),
  /** The page is being closed. */
  isClosing: z.boolean().default(false),
})
export const HandOverInput = z.strictObject({ toUserId: z.uuid(), note: z.string().trim().max(500).optional() })
export const VerdictInput = z.strictObject({ verdict: z.enum(VERDICTS), note, fence })
export const AcknowledgeInput = z
  .strictObject({ response: z.enum(['understood', 'cannot']), reason: z.string().trim().max(1000).optional() })
  .refine((input) => input.response === 'understood' || (input.reason ?? '') !== '', {
    path: ['reason'],
    message: 'reason_missing',
    params: { code: 'reason_missing' },
  })
export const OutcomeInput = z.strictObject({ outcome: z.enum(OUTCOMES), note })
export const AddRecordingsInput = z.strictObject({ fileIds: z.array(z.uuid()).min(1).max(20), note })
export const AddClinicalInput = ClinicalChange
export const ChangeClassInput = z.strictObject({ class: z.enum(CASE_CLASSES), reason: text(500) })
/** Disagreement says why. */
export const ReviewFindingInput = z
  .strictObject({
    recordingId: z.uuid(),
    findingId: text(20),
    isAgreed: z.boolean(),
    reason: z.string().trim().max(500).optional(),
  })
  .refine((input) => input.isAgreed || (input.reason ?? '') !== '', {
    path: ['reason'],
    message: 'reason_missing',
    params: { code: 'reason_missing' },
  })
export const SwitchRuleInput = z.strictObject({ ruleId: text(20), isOn: z.boolean(), reason: text(500) })
export const ChangePatientInput = z.strictObject({ patient: PatientInput, reason: text(500) })
export const CancelInput = z.strictObject({ reason: z.enum(CANCEL_REASONS), note })
export const FindPatientInput = z.strictObject({ id: text(40) })

export const ListCasesQuery = z.object({
  q: z.string().trim().max(80).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  show: z.enum(['open', 'ended', 'all', 'drafts']).default('all'),
})
export const QueueQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  cursor: z.string().max(200).optional(),
})
/** Who reads in the region from now on; everybody else is off duty. */
export const SetDutyInput = z.strictObject({
  regionCode: z.string().regex(/^\d{4}$/),
  userIds: z.array(z.uuid()).max(50),
})
/** The last event that one has, for who cannot send `Last-Event-ID`. */
export const EventsQuery = z.object({ after: z.string().max(20).optional() })
export const AwayInput = z.strictObject({ isAway: z.boolean() })
export const SetLadderInput = z.strictObject({ ladder: RegionLadder, reason: text(500) })
export const ExportQuery = z.object({
  recordingId: z.uuid(),
  format: z.enum(EXPORT_FORMATS),
  layout: z.enum(LAYOUT_IDS).default('3x4+1'),
  lead: z.enum(LEAD_NAMES).default('II'),
  speed: z.coerce
    .number()
    .pipe(z.literal([10, 12.5, 25, 50]))
    .default(25),
  gain: z.coerce
    .number()
    .pipe(z.literal([5, 10, 20]))
    .default(10),
  /** In hertz; raw where none is named. */
  highPass: z.enum(HIGH_PASS_HZ.map(String)).optional(),
  lowPass: z.enum(LOW_PASS_HZ.map(String)).optional(),
  notch: z.enum(NOTCH_HZ.map(String)).optional(),
  /** The second at which the page begins. */
  from: z.coerce.number().min(0).max(200_000).default(0),
})
export type ExportQuery = z.infer<typeof ExportQuery>
export type ListCasesQuery = z.infer<typeof ListCasesQuery>

// ---- people, places and one's own account (administration)

export const CreateFacilityInput = z.strictObject({
  name: text(160),
  type: z.enum([
    'regional_centre',
    'district_hospital',
    'polyclinic',
    'family_doctor_point',
    'ambulance_station',
    'private_clinic',
  ]),
  regionCode: z.string().regex(/^\d{4}$/),
  districtCode: z
    .string()
    .regex(/^\d{7}$/)
    .nullable(),
  address: z.string().trim().max(300).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()-]{5,20}$/, { error: 'phone' }),
  /** By ambulance to the centre; null while nobody has measured it. */
  travelMinutes: z.int().min(0).max(1440).nullable().optional(),
  centreId: z.uuid().nullable(),
  backupCentreId: z.uuid().nullable(),
})
export const UpdateFacilityInput = CreateFacilityInput.extend({ isActive: z.boolean() }).partial()

const PersonFields = {
  name: text(160),
  title: z.string().trim().max(120).nullable(),
  phone: z.string().trim().max(30).nullable(),
  role: z.enum(['nurse', 'cardiologist', 'coordinator', 'admin', 'auditor']),
  facilityId: z.uuid().nullable(),
  regionCodes: z.array(z.string().regex(/^\d{4}$/)).max(14),
}
export const InvitePersonInput = z.strictObject({
  email: z
    .email()
    .max(200)
    .transform((email) => email.toLowerCase()),
  ...PersonFields,
})
export const UpdatePersonInput = z.strictObject({ ...PersonFields, isActive: z.boolean() }).partial()
export const ResetPasswordInput = EmptyInput

const password = z.string().min(1).max(128)
export const ConfirmPasswordInput = z.strictObject({ password })
export const ChangePasswordInput = z.strictObject({ currentPassword: password, newPassword: password })
export const SetPasswordInput = z.strictObject({ token: z.string().min(20).max(100), newPassword: password })
export const CreateTokenInput = z.strictObject({ name: text(80), days: z.int().min(1).max(365) })
export const AuditQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  action: z.string().max(60).optional(),
  actorId: z.uuid().optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
})
