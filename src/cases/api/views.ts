/** Bodies that `/api/v1` answers with. Instants are ISO 8601 in UTC. The interface reads exactly these. */
import { z } from 'zod'
import { DESCRIPTION_PARTS } from '@/ecg/errors'
import { CASE_STATES } from '../case-state'
import { Clinical } from '../clinical'
import { LADDERS, RUNG_ACTIONS } from '../ladder'
import { CASE_CLASSES, OUTCOMES, SEXES, VERDICTS } from '../values'
import { AssessmentView, ComparisonView, FindingReviewView, RecordingFindings } from './assessment-views'
import { CaliperView } from './calipers'
import { PatientInFileView, ReportedView } from './in-file-views'
import { OverrideView, ReportReaderView, ReportView } from './report-views'

const instant = z.iso.datetime()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()
const Person = z.object({ id: z.uuid(), name: z.string(), title: maybe(z.string()) })

export const RecordingView = z.object({
  recordingId: z.uuid(),
  kind: z.enum(['waveform', 'picture']),
  format: z.string(),
  /** What to render a picture as; null for a waveform. */
  mediaType: maybe(z.string()),
  sampleRateHz: maybe(z.number()),
  durationMs: maybe(z.number()),
  leads: z.array(z.string()),
  derivedLeads: z.array(z.string()),
  /** The device's wall clock, as it stood. */
  recordedLocal: maybe(z.string()),
  /** The same as an instant, zone of the device or Asia/Tashkent assumed. */
  recordedAt: maybe(instant),
  patientInFile: PatientInFileView,
  device: z.object({
    manufacturer: maybe(z.string()),
    model: maybe(z.string()),
    serial: maybe(z.string()),
    institution: maybe(z.string()),
  }),
  reported: ReportedView,
  warnings: z.array(z.string()),
  isSynthetic: z.boolean(),
  /** Null until the analysis is there, and for a picture. */
  assessment: maybe(AssessmentView),
})
export type RecordingView = z.infer<typeof RecordingView>

/** What a file of bare numbers does not say, and enough of it to ask a person. */
export const NeededDescriptionView = z.object({
  missing: z.array(z.enum(DESCRIPTION_PARTS)),
  columnNames: z.array(maybe(z.string())),
  rowCount: z.number(),
  firstRows: z.array(z.array(maybe(z.number()))),
})
export type NeededDescriptionView = z.infer<typeof NeededDescriptionView>
export const FileProblemView = z.object({
  code: z.string(),
  message: z.string(),
  /** With `needs_description`. */
  needs: maybe(NeededDescriptionView),
})
export const FileView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  uploadedAt: instant,
  recording: maybe(RecordingView),
  problem: maybe(FileProblemView),
})
export type FileView = z.infer<typeof FileView>

export const CaseWarning = z.object({
  code: z.enum([
    'name_differs',
    'id_differs',
    'sex_differs',
    'birth_date_differs',
    'ecg_older_than_24h',
    'pinfl_check_digit',
    'ecg_on_its_way',
    'file_not_readable',
  ]),
  entered: z.string().optional(),
  inFile: z.string().optional(),
  fileId: z.uuid().optional(),
  isConfirmed: z.boolean().optional(),
})
export type CaseWarning = z.infer<typeof CaseWarning>

export const ClassReasonView = z.object({
  source: z.enum(['button', 'vitals', 'symptoms', 'recording', 'person']),
  code: z.string(),
  class: z.enum(CASE_CLASSES),
  value: z.union([z.number(), z.string()]).optional(),
})

export const PatientView = z.object({
  patientId: z.uuid(),
  isUnknown: z.boolean(),
  familyName: maybe(z.string()),
  givenName: maybe(z.string()),
  patronymic: maybe(z.string()),
  pinflMasked: maybe(z.string()),
  passport: maybe(z.string()),
  sex: z.enum(SEXES),
  birthDate: maybe(z.string()),
  ageYears: maybe(z.number()),
  description: maybe(z.string()),
})
export type PatientView = z.infer<typeof PatientView>

export const FacilityRef = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string(),
  districtName: maybe(z.string()),
})

export const VerdictView = z.object({
  verdict: z.enum(VERDICTS),
  note: maybe(z.string()),
  at: instant,
  by: Person,
  withdrawnAt: maybe(instant),
})

export const CaseEventView = z.object({
  id: z.uuid(),
  seq: z.number(),
  type: z.string(),
  at: instant,
  by: maybe(Person),
  stateAfter: z.enum(CASE_STATES),
  detail: z.record(z.string(), z.json()),
})
export type CaseEventView = z.infer<typeof CaseEventView>

/** The newest rung of the ladder that a case has climbed since its clock began: who was called, and when. */
export const EscalationView = z.object({
  ladder: z.enum(LADDERS),
  step: z.number(),
  action: z.enum(RUNG_ACTIONS),
  at: instant,
})
export type EscalationView = z.infer<typeof EscalationView>

/** What the person who asks may do with the case now: the interface shows these and no other buttons. */
export const CASE_ACTIONS = [
  'claim',
  'release',
  'handOver',
  'verdict',
  'withdraw',
  'report',
  'amend',
  'answerOverride',
  'acknowledge',
  'outcome',
  'addRecording',
  'addClinical',
  'raiseClass',
  'lowerClass',
  'changePatient',
  'cancel',
  'confirmCancel',
  'measure',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

export const CaseView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  classReasons: z.array(ClassReasonView),
  findings: z.array(RecordingFindings),
  findingReviews: z.array(FindingReviewView),
  /** As they lie now; those that a signed report rests on stand with the report. */
  calipers: z.array(CaliperView),
  /** Of the newest ECG; null where there is no earlier one that the reader may see. */
  comparison: maybe(ComparisonView),
  isEmergency: z.boolean(),
  isDemo: z.boolean(),
  facility: FacilityRef,
  /** By ambulance from the facility to its centre, as the administration has entered it. */
  travelMinutes: maybe(z.number()),
  /** Whom to call about this case: the centre that answers the facility. */
  centre: maybe(FacilityRef),
  sentBy: Person,
  patient: maybe(PatientView),
  clinical: maybe(Clinical),
  files: z.array(FileView),
  filesExpected: z.number(),
  warnings: z.array(CaseWarning),
  createdAt: instant,
  submittedAt: maybe(instant),
  openDueAt: maybe(instant),
  answerDueAt: maybe(instant),
  acknowledgeDueAt: maybe(instant),
  claim: maybe(
    z.object({
      by: Person,
      at: instant,
      leaseUntil: instant,
      isMine: z.boolean(),
      /** Counts the holders of the case: what was written under an older number is refused, and kept as a draft. */
      fence: z.number(),
    }),
  ),
  escalation: maybe(EscalationView),
  verdict: maybe(VerdictView),
  verdicts: z.array(VerdictView),
  report: maybe(ReportView),
  reports: z.array(ReportView),
  reportReaders: z.array(ReportReaderView),
  overrides: z.array(OverrideView),
  acknowledgement: maybe(
    z.object({ response: z.enum(['understood', 'cannot']), reason: maybe(z.string()), at: instant, by: maybe(Person) }),
  ),
  outcome: maybe(z.object({ outcome: z.enum(OUTCOMES), note: maybe(z.string()), at: instant })),
  cancelRequest: maybe(z.object({ reason: z.string(), note: maybe(z.string()), at: instant, by: maybe(Person) })),
  can: z.array(z.enum(CASE_ACTIONS)),
  events: z.array(CaseEventView),
  draft: maybe(z.record(z.string(), z.json())),
})
export type CaseView = z.infer<typeof CaseView>

/** The ECGs of the patient, the case's own among them, newest first. */
export const EarlierEcgsResult = z.object({
  items: z.array(
    z.object({
      recordingId: z.uuid(),
      caseId: z.uuid(),
      number: z.string(),
      facilityName: z.string(),
      /** When it was recorded, else when it was sent. */
      at: instant,
      isSynthetic: z.boolean(),
    }),
  ),
})
export type EarlierEcgsResult = z.infer<typeof EarlierEcgsResult>

/** Answer of every verb on a case: where it stands now. */
export const CaseStateResult = z.object({
  caseId: z.uuid(),
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  at: instant,
  leaseUntil: maybe(instant).optional(),
  /** Cancelling an emergency, or a case that somebody reads, waits for the reader or the coordinator. */
  isCancelRequested: z.boolean().optional(),
  verdictId: z.uuid().optional(),
})
export type CaseStateResult = z.infer<typeof CaseStateResult>

/** Null when nobody waits. */
export const ClaimNextResult = z.object({ case: maybe(CaseStateResult) })
export type ClaimNextResult = z.infer<typeof ClaimNextResult>

export const QueueItem = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  classReasons: z.array(ClassReasonView),
  patientName: maybe(z.string()),
  sex: z.enum(SEXES),
  ageYears: maybe(z.number()),
  pinflMasked: maybe(z.string()),
  reasons: z.array(z.string()),
  painNow: maybe(z.number()),
  painOnsetAt: maybe(instant),
  systolicMmHg: maybe(z.number()),
  diastolicMmHg: maybe(z.number()),
  heartRateBpm: maybe(z.number()),
  spo2Percent: maybe(z.number()),
  facilityName: z.string(),
  districtName: maybe(z.string()),
  regionCode: z.string(),
  /** Of another region, whose readers did not answer: its ladder opened it to this one. */
  isFromNeighbour: z.boolean(),
  submittedAt: instant,
  openDueAt: instant,
  answerDueAt: instant,
  /** What orders the case inside its class (clinical.md C5): points 0 to 100, and the instant that follows from them. */
  acuity: z.number(),
  queueKeyAt: instant,
  escalation: maybe(EscalationView),
  reader: maybe(z.object({ id: z.uuid(), name: z.string(), claimedAt: instant, isMine: z.boolean() })),
  ecg: z.enum(['waveform', 'picture', 'unreadable', 'on_its_way']),
  /** The newest waveform of an EMERGENT or URGENT case, for its thumbnail. */
  recordingId: maybe(z.uuid()),
  hasWarnings: z.boolean(),
  isCancelRequested: z.boolean(),
  isDemo: z.boolean(),
})
export type QueueItem = z.infer<typeof QueueItem>
/** Answered, but nobody at the facility has confirmed it: shown beside the queue. */
export const UnconfirmedItem = z.object({
  caseId: z.uuid(),
  number: z.string(),
  class: z.enum(CASE_CLASSES),
  patientName: maybe(z.string()),
  sex: z.enum(SEXES),
  ageYears: maybe(z.number()),
  facilityName: z.string(),
  facilityPhone: z.string(),
  verdict: maybe(z.enum(VERDICTS)),
  answeredAt: instant,
  acknowledgeDueAt: maybe(instant),
  reportSigned: z.boolean(),
  escalation: maybe(EscalationView),
})
export type UnconfirmedItem = z.infer<typeof UnconfirmedItem>
/** An ECG that was measured and not sent: the duty desk calls the facility. Nothing of the person is in it. */
export const UnsentItem = z.object({
  caseId: z.uuid(),
  class: z.enum(CASE_CLASSES),
  facilityName: z.string(),
  facilityPhone: z.string(),
  createdAt: instant,
})
export type UnsentItem = z.infer<typeof UnsentItem>
export const QueueResult = z.object({
  items: z.array(QueueItem),
  /** For the cases after these; null at the end. Pages after the first hold no EMERGENT case. */
  nextCursor: maybe(z.string()),
  /** Of all open cases of each class, those beyond this page included. */
  total: z.record(z.enum(CASE_CLASSES), z.number()),
  unconfirmed: z.array(UnconfirmedItem),
  unsent: z.array(UnsentItem),
  serverAt: instant,
})
export type QueueResult = z.infer<typeof QueueResult>

export const CaseListItem = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  patientName: maybe(z.string()),
  sex: z.enum(SEXES),
  ageYears: maybe(z.number()),
  pinflMasked: maybe(z.string()),
  facilityName: z.string(),
  createdAt: instant,
  submittedAt: maybe(instant),
  answerDueAt: maybe(instant),
  acknowledgeDueAt: maybe(instant),
  readerName: maybe(z.string()),
  verdict: maybe(z.enum(VERDICTS)),
  answeredAt: maybe(instant),
  reportSigned: z.boolean(),
  outcome: maybe(z.enum(OUTCOMES)),
  endedAt: maybe(instant),
  escalation: maybe(EscalationView),
  hasWarnings: z.boolean(),
  isDemo: z.boolean(),
})
export type CaseListItem = z.infer<typeof CaseListItem>
export const CaseListResult = z.object({
  items: z.array(CaseListItem),
  nextCursor: maybe(z.string()),
  serverAt: instant,
})
export type CaseListResult = z.infer<typeof CaseListResult>

/** One message of `GET events` (server-sent). Ids only; the page reads the rest. */
export const LiveEvent = z.object({
  id: z.uuid(),
  /** Place in the ordered log: a higher number never becomes visible before a lower one. */
  seq: z.number(),
  caseId: z.uuid(),
  type: z.string(),
  at: instant,
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  facilityId: z.uuid(),
  regionCode: z.string(),
  actorId: maybe(z.uuid()),
  readerId: maybe(z.uuid()),
  /** The region whose readers may help, once the ladder opened the case to it. */
  poolRegionCode: maybe(z.string()),
  /** With type `escalate`: which rung, and whom it calls by name; everybody of the action's role when it names nobody. */
  escalation: maybe(
    z.object({ ladder: z.enum(LADDERS), step: z.number(), action: z.enum(RUNG_ACTIONS), calls: z.array(z.uuid()) }),
  ),
})
export type LiveEvent = z.infer<typeof LiveEvent>
