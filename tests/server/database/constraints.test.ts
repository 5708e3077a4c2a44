import { describe, expect, it } from 'vitest'
import { caseIn } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { makeCast } from '../../support/people'

/** What the database itself must refuse, whoever asks: `[what, statement, word of the refusal]`. */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['changing an event', "UPDATE case_event SET type = 'x'", /append-only/],
  ['deleting an event', 'DELETE FROM case_event', /append-only/],
  ['emptying the events', 'TRUNCATE case_event', /append-only/],
  ['changing the trail', "UPDATE audit_event SET action = 'x'", /append-only/],
  ['deleting from the trail', 'DELETE FROM audit_event', /append-only/],
  ['emptying the trail', 'TRUNCATE audit_event', /append-only/],
  ['changing bytes', "UPDATE blob_chunk SET sealed = ''::bytea", /append-only/],
  ['deleting bytes', 'DELETE FROM blob_chunk', /append-only/],
  ['changing a file’s key', "UPDATE blob SET wrapped_key = ''::bytea", /append-only/],
  ['deleting a file', 'DELETE FROM blob', /append-only/],
  ['changing a signed report', "UPDATE report SET conclusion = 'x'", /signed report is never changed/],
  ['taking a signature back', 'UPDATE report SET signed_at = NULL', /signed report is never changed/],
  ['deleting a signed report', 'DELETE FROM report', /signed report is never changed/],
  ['a case in the queue without a person', 'UPDATE referral_case SET patient_id = NULL', /case_sent_is_whole/],
  ['a case in the queue without a clock', 'UPDATE referral_case SET answer_due_at = NULL', /case_sent_is_whole/],
  [
    'a held case without a lease',
    "UPDATE referral_case SET state = 'CLAIMED', lease_until = NULL",
    /case_held_has_lease/,
  ],
  [
    'a held case without a holder',
    "UPDATE referral_case SET state = 'IN_REVIEW', reader_id = NULL",
    /case_held_has_lease/,
  ],
  ['an end without its time', "UPDATE referral_case SET state = 'CANCELLED'", /case_ended_has_time/],
  ['a time of an end without the end', 'UPDATE referral_case SET ended_at = now()', /case_ended_has_time/],
  [
    'a closed case without an outcome',
    "UPDATE referral_case SET state = 'CLOSED', ended_at = now()",
    /case_closed_has_outcome/,
  ],
  ['an acuity of 101', 'UPDATE referral_case SET acuity = 101', /case_acuity/],
  ['a reader who does not exist', 'UPDATE referral_case SET reader_id = gen_random_uuid()', /case_reader/],
  ['half a PINFL', 'UPDATE patient SET pinfl_hash = NULL', /patient_pinfl_whole/],
  ['an age of 121', 'UPDATE patient SET age_years = 121', /patient_age/],
  [
    'an unknown person without an age',
    'UPDATE patient SET is_unknown = true, age_years = NULL',
    /patient_unknown_has_age/,
  ],
  ['a nurse without a facility', 'UPDATE membership SET facility_id = NULL', /membership_nurse_has_facility/],
  ['an address in capitals', 'UPDATE app_user SET email = upper(email)', /app_user_email_lower/],
  ['a second installation', 'INSERT INTO installation VALUES (2, false, now())', /installation_one_row/],
  ['a file of 0 bytes', "INSERT INTO blob VALUES (decode(repeat('00', 32), 'hex'), 0, ''::bytea, now())", /blob_size/],
  [
    'a file of more than 200 MiB',
    "INSERT INTO blob VALUES (decode(repeat('00', 32), 'hex'), 209715201, ''::bytea, now())",
    /blob_size/,
  ],
  ['a hash that is none', "INSERT INTO blob VALUES ('\\x00'::bytea, 1, ''::bytea, now())", /blob_sha256_length/],
  [
    'two equal versions of a report',
    'INSERT INTO report SELECT gen_random_uuid(), case_id, version, conclusion, recommendation, by_id, saved_at, NULL FROM report',
    /version/,
  ],
]

describe('the database', () => {
  it.each(REFUSED)('refuses %s', (_, statement, reason) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await caseIn(cast, 'REPORTED')
      await expect(tx.$executeRawUnsafe(statement)).rejects.toThrow(reason)
    }),
  )

  it('lets a draft of a report be changed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      const draft = { caseId, version: 1, conclusion: 'a', recommendation: 'b', byId: cast.cardiologist.actor.userId }
      await tx.report.create({ data: { ...draft, savedAt: new Date() } })
      await tx.$executeRawUnsafe("UPDATE report SET conclusion = 'c'")
      expect((await tx.report.findFirst({ where: { caseId } }))?.conclusion).toBe('c')
    }))
})
