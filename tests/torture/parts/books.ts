/** What the database holds of a run, read past the application, and what is wrong with it. */
import { db } from '@/server/db/client'
import type { Receipt } from './outbox'
import type { SentFile } from './submission'

export type Faults = { readonly lost: string[]; readonly duplicate: string[]; readonly half: string[] }

type CaseRow = {
  readonly id: string
  readonly mark: string
  readonly state: string
  readonly class: string
  readonly events: readonly string[]
  readonly audits: readonly string[]
  readonly computations: number
  /** ECGs that the worker measured afterwards, because the reader's time was over at the upload. */
  readonly late: number
  readonly files: readonly string[]
}
type FileRow = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly sealedBytes: number
  readonly recordings: number
  readonly assessments: number
  readonly audits: number
}

const EVENTS = ['create', 'submit', 'triage']

/**
 * Every receipt is one whole case: sent, with a class, its files as they were sent, each step once in the events and
 * in the trail (what the ladder adds meanwhile is not looked at here). Nothing of the run is there twice, and nothing
 * is there that no receipt knows.
 */
export async function examine(run: string, receipts: readonly Receipt[]): Promise<Faults> {
  const faults: Faults = { lost: [], duplicate: [], half: [] }
  const cases = grouped(await caseRows(run), (row) => row.mark)
  const files = grouped(await fileRows(run), (row) => row.name)
  for (const receipt of receipts) {
    const { mark } = receipt.submission
    const [found, ...others] = cases.get(mark) ?? []
    if (found?.id !== receipt.caseId) faults.lost.push(`${mark}: its receipt names ${receipt.caseId}`)
    if (others.length > 0) faults.duplicate.push(`${mark}: ${others.length + 1} cases`)
    if (found) faults.half.push(...caseFaults(receipt, found))
    checkFiles(receipt, files, faults)
  }
  const known = new Set(receipts.map((receipt) => receipt.submission.mark))
  for (const mark of cases.keys()) if (!known.has(mark)) faults.duplicate.push(`${mark}: a case without a receipt`)
  const sent = new Set(receipts.flatMap((receipt) => receipt.submission.files.map((file) => file.name)))
  for (const name of files.keys()) if (!sent.has(name)) faults.duplicate.push(`${name}: a file without a receipt`)
  faults.half.push(...(await looseEnds(run)))
  return faults
}

function caseFaults({ submission, fileIds }: Receipt, found: CaseRow): string[] {
  const isAs = (wanted: readonly string[], is: readonly string[]) => JSON.stringify(wanted) === JSON.stringify(is)
  const wrong = [
    ['state', found.state === 'TRIAGED'],
    ['class', (found.class === 'EMERGENT') === submission.isEmergency],
    ['files', isAs(fileIds.toSorted(), found.files.toSorted())],
    ['events', isAs(EVENTS, found.events)],
    ['trail', isAs(EVENTS.map((event) => `case.${event}`).toSorted(), found.audits.toSorted())],
    // Measured late, a case is judged once more for each ECG (clinical.md E1), and never more often.
    ['computation', found.computations === 1 + found.late && found.late <= fileIds.length],
  ] as const
  return wrong.filter(([, isRight]) => !isRight).map(([what]) => `${submission.mark}: its ${what} is not as sent`)
}

function checkFiles({ submission, fileIds }: Receipt, files: ReadonlyMap<string, FileRow[]>, faults: Faults): void {
  for (const [place, sent] of submission.files.entries()) {
    const [found, ...others] = files.get(sent.name) ?? []
    if (found?.id !== fileIds[place] || found?.sha256 !== sent.sha256) faults.lost.push(`${sent.name}: not as sent`)
    if (others.length > 0) faults.duplicate.push(`${sent.name}: ${others.length + 1} files`)
    if (found && !isWhole(found, sent)) faults.half.push(`${sent.name}: ${JSON.stringify(found)}`)
  }
}

/** Sealing adds a few bytes to each piece, so what is there can only be more than what was sent. */
function isWhole(file: FileRow, sent: SentFile): boolean {
  const isKept = file.sizeBytes === sent.bytes.length && file.sealedBytes > sent.bytes.length
  return isKept && file.recordings === 1 && file.assessments === (sent.isPicture ? 0 : 1) && file.audits === 1
}

function caseRows(run: string): Promise<CaseRow[]> {
  return db().$queryRaw<CaseRow[]>`
    SELECT c.id, p.description AS mark, c.state::text, c.class::text,
      ARRAY(SELECT type FROM case_event e WHERE e.case_id = c.id AND e.type NOT IN ('escalate', 'analyse') ORDER BY e.seq) AS events,
      ARRAY(SELECT action FROM audit_event a WHERE a.entity_id = c.id::text AND a.action NOT IN ('case.escalate', 'case.analyse')) AS audits,
      (SELECT count(*)::int FROM class_computation k WHERE k.case_id = c.id) AS computations,
      (SELECT count(*)::int FROM case_event e WHERE e.case_id = c.id AND e.type = 'analyse') AS late,
      ARRAY(SELECT file_id::text FROM case_file x WHERE x.case_id = c.id) AS files
    FROM referral_case c JOIN patient p ON p.id = c.patient_id WHERE p.description LIKE ${`${run} %`}`
}

function fileRows(run: string): Promise<FileRow[]> {
  return db().$queryRaw<FileRow[]>`
    SELECT f.id, f.name, encode(f.sha256, 'hex') AS sha256, b.size_bytes AS "sizeBytes",
      (SELECT coalesce(sum(octet_length(k.sealed)), 0)::int FROM blob_chunk k WHERE k.sha256 = f.sha256) AS "sealedBytes",
      (SELECT count(*)::int FROM recording r WHERE r.file_id = f.id) AS recordings,
      (SELECT count(*)::int FROM assessment s JOIN recording r ON r.id = s.recording_id WHERE r.file_id = f.id) AS assessments,
      (SELECT count(*)::int FROM audit_event a WHERE a.entity_id = f.id::text AND a.action = 'file.upload') AS audits
    FROM stored_file f JOIN blob b ON b.sha256 = f.sha256 WHERE f.name LIKE ${`${run}-%`}`
}

/** Persons, drafts and keys that half a submission would leave behind. */
async function looseEnds(run: string): Promise<string[]> {
  const [row] = await db().$queryRaw<{ persons: number; drafts: number; keys: number; files: number }[]>`
    SELECT
      (SELECT count(*)::int FROM patient p WHERE p.description LIKE ${`${run} %`} AND NOT EXISTS (SELECT 1 FROM referral_case c WHERE c.patient_id = p.id)) AS persons,
      (SELECT count(*)::int FROM referral_case WHERE patient_id IS NULL) AS drafts,
      (SELECT count(*)::int FROM idempotency_key WHERE status IS DISTINCT FROM 201) AS keys,
      (SELECT count(*)::int FROM stored_file f WHERE f.name LIKE ${`${run}-%`} AND NOT EXISTS (SELECT 1 FROM case_file x WHERE x.file_id = f.id)) AS files`
  return Object.entries(row ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what} left over`)
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
