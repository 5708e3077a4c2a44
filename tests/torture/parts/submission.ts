/** What the tortured nurses send: made-up persons with small ECGs, each file with bytes of its own. */
import { createHash, randomUUID } from 'node:crypto'
import type { Member } from '../../support/crew'
import { PNG_FILE } from '../../support/files'
import { makeIshne } from '../../support/make-ishne'

export type SentFile = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly key: string
  /** A picture is kept and shown, not measured. */
  readonly isPicture: boolean
}

/** Every key is made once, before the first try: whatever fails, the same request is sent again. */
export type Submission = {
  readonly mark: string
  readonly nurse: Member
  readonly isEmergency: boolean
  readonly files: readonly SentFile[]
  readonly key: string
}

const RATE_HZ = 250
/** Leads I and II in the numbers of the format. */
const LEADS = [5, 6]
const SECONDS = 1
/** A photo of more than one piece of the store: its bytes are written in several statements. */
const PHOTO_BYTES = 700_000
const PHOTO_EVERY = 100
const TWO_FILES_EVERY = 3
const EMERGENCY_EVERY = 10

export function submission(run: string, index: number, nurses: readonly Member[]): Submission {
  const nurse = nurses[index % nurses.length]
  if (!nurse) throw new Error('no nurse')
  const mark = `${run} ${index}`
  const isPicture = index % PHOTO_EVERY === PHOTO_EVERY - 1
  const places = index % TWO_FILES_EVERY === 0 ? [0, 1] : [0]
  return {
    mark,
    nurse,
    isEmergency: index % EMERGENCY_EVERY === 0,
    files: places.map((place) => {
      const bytes = isPicture ? photo(index * 2 + place) : recording(index * 2 + place)
      return { name: `${run}-${index}-${place}.ecg`, bytes, sha256: sha256Of(bytes), key: randomUUID(), isPicture }
    }),
    key: randomUUID(),
  }
}

/** A slow wave with the serial number of the file in its first samples. */
function recording(serial: number): Uint8Array<ArrayBuffer> {
  const counts = Array.from({ length: SECONDS * RATE_HZ }, (_, at) => Math.round(300 * Math.sin(at / 9)))
  const marked = [serial % 30_000, Math.floor(serial / 30_000), ...counts.slice(2)]
  return Uint8Array.from(makeIshne({ sampleRateHz: RATE_HZ, leads: LEADS.map((code) => [code, marked]) }))
}

/** Behind the end of a picture anything may follow: here its serial number, and much of nothing. */
function photo(serial: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PHOTO_BYTES)
  bytes.set(PNG_FILE)
  new DataView(bytes.buffer).setUint32(PHOTO_BYTES - 4, serial)
  return bytes
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A case whose ECG is on its way. */
export function emptySubmission(run: string, index: number, nurses: readonly Member[]): Submission {
  const nurse = nurses[index % nurses.length]
  if (!nurse) throw new Error('no nurse')
  return { mark: `${run} ${index}`, nurse, isEmergency: index % 2 === 0, files: [], key: randomUUID() }
}

export function caseBody({ mark, isEmergency }: Submission, fileIds: readonly string[]): string {
  return JSON.stringify({
    patient: { unknown: true, sex: 'female', ageYears: 40, description: mark },
    emergency: isEmergency,
    clinical: { reasons: ['dyspnoea'] },
    fileIds,
    filesExpected: fileIds.length === 0 ? 1 : 0,
  })
}
