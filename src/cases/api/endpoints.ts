/** Every endpoint of `/api/v1`: the OpenAPI document is made from this table, and a test holds it against the routes. */
import { z } from 'zod'
import * as admin from './admin-views'
import * as assessment from './assessment-views'
import { SetCaliperInput } from './calipers'
import * as duty from './duty-views'
import * as input from './inputs'
import * as long from './long-views'
import * as report from './report-views'
import * as sending from './sending-views'
import * as view from './views'

export type Endpoint = {
  readonly method: 'GET' | 'POST'
  /** Below `/api/v1`, ids in braces. */
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  /** JSON body; `bytes` for a raw upload. */
  readonly body?: z.ZodType | 'bytes'
  readonly status: 200 | 201
  readonly answer: z.ZodType | 'bytes' | 'events'
  readonly isPublic?: boolean
}

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

const caseVerb = (verb: string, summary: string, body: z.ZodType): Endpoint => ({
  method: 'POST',
  path: `/cases/{id}/${verb}`,
  summary,
  body,
  status: 200,
  answer: view.CaseStateResult,
})

const read = (path: string, summary: string, answer: Endpoint['answer'], query?: z.ZodObject): Endpoint => ({
  method: 'GET',
  path,
  summary,
  ...(query ? { query } : {}),
  status: 200,
  answer,
})

const write = (
  path: string,
  summary: string,
  body: NonNullable<Endpoint['body']>,
  answer: z.ZodType,
  status: 200 | 201 = 200,
): Endpoint => ({
  method: 'POST',
  path,
  summary,
  body,
  status,
  answer,
})

export const ENDPOINTS: readonly Endpoint[] = [
  write('/files', 'Keep a file and read it. Raw body with `x-file-name`, or multipart.', 'bytes', view.FileView, 201),
  read('/files/{id}', 'The original bytes, bit for bit.', 'bytes'),
  write('/uploads', 'Announce a large file, or go on with it.', input.BeginUploadInput, long.UploadView, 201),
  read('/uploads/{id}', 'Which parts of a large file have not come yet.', long.UploadView),
  {
    ...write(
      '/uploads/{id}/parts',
      'One part as raw body, in any order, as often as need be.',
      'bytes',
      long.UploadView,
    ),
    query: input.PartQuery,
  },
  write(
    '/uploads/{id}/complete',
    'All parts have come: keep the file and read it.',
    input.EmptyInput,
    view.FileView,
    201,
  ),
  write('/files/{id}/description', 'Say what a file of bare numbers does not.', input.DescribeFileInput, view.FileView),
  write(
    '/drafts',
    'Keep an unfinished form.',
    input.SaveDraftInput,
    z.object({ draftId: z.uuid(), savedAt: z.iso.datetime() }),
  ),
  write('/cases', 'Send a case.', input.SubmitCaseInput, sending.SubmitCaseResult, 201),
  read(
    '/cases',
    'Cases that the caller may see; unconfirmed answers first.',
    view.CaseListResult,
    input.ListCasesQuery,
  ),
  read('/cases/{id}', 'One case with its events.', view.CaseView),
  read('/cases/{id}/earlier', 'ECGs of the same patient that the caller may see.', view.EarlierEcgsResult),
  read('/cases/{id}/export', 'An ECG as a page to true scale, or as a file.', 'bytes', input.ExportQuery),
  read('/queue', 'All open cases of the reader’s regions, most urgent first.', view.QueueResult, input.QueueQuery),
  write('/queue/next', 'Claim the next case, by class, time and quota.', input.EmptyInput, view.ClaimNextResult),
  caseVerb('claim', 'Take the case to read it: one winner.', input.EmptyInput),
  caseVerb('open', 'The trace was painted on the holder’s screen.', input.EmptyInput),
  caseVerb('heartbeat', 'The holder is still there: the lease starts anew.', input.HeartbeatInput),
  caseVerb('hand-over', 'Give the case to a colleague; the coordinator may give it to a reader.', input.HandOverInput),
  caseVerb('release', 'Give the case back to the queue.', input.ReleaseInput),
  caseVerb('verdict', 'Act now, repeat, or no emergency.', input.VerdictInput),
  caseVerb('withdraw', 'Take one’s own verdict back within 10 s.', input.EmptyInput),
  caseVerb('report', 'Save or sign the report.', report.ReportInput),
  caseVerb('amend', 'Amend a signed report: who had read it confirms again.', report.AmendReportInput),
  caseVerb('override', 'Ask a second cardiologist to allow what the protocol forbids.', report.AskOverrideInput),
  caseVerb('override/answer', 'Agree to an override, or refuse it.', report.AnswerOverrideInput),
  caseVerb('acknowledge', 'The facility reads the answer back.', input.AcknowledgeInput),
  caseVerb('outcome', 'What became of the person; closes the case.', input.OutcomeInput),
  caseVerb('recordings', 'Another ECG of the case.', input.AddRecordingsInput),
  caseVerb('clinical', 'Values that came later.', input.AddClinicalInput),
  caseVerb('class', 'Raise the class; a cardiologist may lower it.', input.ChangeClassInput),
  caseVerb('findings', 'Agree or disagree with an automatic finding.', input.ReviewFindingInput),
  caseVerb('calipers', 'Set, move or take away a caliper on an ECG.', SetCaliperInput),
  caseVerb('patient', 'Identify or correct the person.', input.ChangePatientInput),
  caseVerb('cancel', 'Cancel, or ask the reader to confirm a cancellation.', input.CancelInput),
  read('/duty', 'Who reads now, who is there, what waits too long.', duty.DutyResult),
  write('/duty', 'Set who reads in a region from now on.', input.SetDutyInput, duty.DutyResult),
  write('/duty/away', 'Say that one is away, or back.', input.AwayInput, duty.DutyResult),
  read('/regions/{code}/ladder', 'The escalation ladder of a region.', duty.LadderResult),
  write('/regions/{code}/ladder', 'Change the escalation ladder of a region.', input.SetLadderInput, duty.LadderResult),
  read('/recordings/{id}', 'What was read from a file.', view.RecordingView),
  read('/recordings/{id}/analysis', 'What software measured on it, beat by beat.', assessment.AnalysisView),
  read('/recordings/{id}/samples', 'Samples as compressed integers.', 'bytes'),
  read('/recordings/{id}/overview', 'Rate and events of a recording of more than a minute.', long.OverviewView),
  read('/recordings/{id}/tiles', 'A part of it as compressed integers.', 'bytes', input.TileQuery),
  read('/recordings/{id}/picture', 'A picture as JPEG, PNG or PDF.', 'bytes'),
  read('/events', 'What happens, live (server-sent events).', 'events', input.EventsQuery),
  write(
    '/patients/find',
    'Find a person by exact PINFL or passport.',
    input.FindPatientInput,
    sending.FindPatientResult,
  ),
  read('/facilities', 'Facilities.', list(admin.FacilityView)),
  write('/facilities', 'Add a facility.', input.CreateFacilityInput, admin.FacilityView, 201),
  write('/facilities/{id}', 'Change or deactivate a facility.', input.UpdateFacilityInput, admin.FacilityView),
  read('/people', 'People with accounts.', list(admin.PersonView)),
  write('/people', 'Invite a person: answers a one-time link.', input.InvitePersonInput, admin.LinkResult, 201),
  write('/people/{id}', 'Change or deactivate a person.', input.UpdatePersonInput, admin.PersonView),
  write(
    '/people/{id}/reset',
    'A one-time link for a new password; ends all sessions.',
    input.ResetPasswordInput,
    admin.LinkResult,
  ),
  write('/account/password', 'Change one’s own password.', input.ChangePasswordInput, admin.OkResult),
  write('/account/confirm', 'Give the password again, before a signature.', input.ConfirmPasswordInput, admin.OkResult),
  read('/account/favourites', 'One’s own favourite statements.', report.FavouritesResult),
  write('/account/favourites', 'Mark a statement as a favourite.', report.FavouriteInput, report.FavouritesResult),
  read('/account/tokens', 'One’s own personal tokens that still work.', list(admin.TokenView)),
  write('/account/tokens', 'Make a personal token; shown once.', input.CreateTokenInput, admin.CreateTokenResult, 201),
  write('/account/tokens/{id}/revoke', 'End a personal token.', input.EmptyInput, admin.OkResult),
  write('/account/sessions/{id}/revoke', 'End one’s session on another device.', input.EmptyInput, admin.OkResult),
  {
    ...write('/links', 'Set a password with a one-time link.', input.SetPasswordInput, admin.OkResult),
    isPublic: true,
  },
  read('/audit', 'The audit trail, without clinical content.', list(admin.AuditItem), input.AuditQuery),
  read('/rules', 'Which rules run.', assessment.RuleSettingsResult),
  write(
    '/rules',
    'Switch a rule, or the whole module, on or off.',
    input.SwitchRuleInput,
    assessment.RuleSettingsResult,
  ),
  read('/openapi.json', 'This document.', z.record(z.string(), z.json())),
]
