/** What the tortured nurses send: made-up persons with small ECGs, each file with bytes of its own. */
import { createHash, randomUUID } from 'node:crypto'
import type { Member } from '../../support/crew'
import { makeIshne } from '../../support/make-ishne'

export type SentFile = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly key: string
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
const SMALL_SAMPLES = RATE_HZ
/** More than one piece of the store: its bytes are written in several statements. */
const LARGE_SAMPLES = 140_000
const LARGE_EVERY = 250
const TWO_FILES_EVERY = 3
const EMERGENCY_EVERY = 10

export function submission(run: string, index: number, nurses: readonly Member[]): Submission {
  const nurse = nurses[index % nurses.length]
  if (!nurse) throw new Error('no nurse')
  const mark = `${run} ${index}`
  const sampleCount = index % LARGE_EVERY === LARGE_EVERY - 1 ? LARGE_SAMPLES : SMALL_SAMPLES
  const places = index % TWO_FILES_EVERY === 0 ? [0, 1] : [0]
  return {
    mark,
    nurse,
    isEmergency: index % EMERGENCY_EVERY === 0,
    files: places.map((place) => fileOf(`${run}-${index}-${place}.ecg`, index * 2 + place, sampleCount)),
    key: randomUUID(),
  }
}

/** A slow wave with the serial number of the file in its first samples. */
function fileOf(name: string, serial: number, sampleCount: number): SentFile {
  const counts = Array.from({ length: sampleCount }, (_, at) => Math.round(300 * Math.sin(at / 9)))
  const marked = [serial % 30_000, Math.floor(serial / 30_000), ...counts.slice(2)]
  const bytes = Uint8Array.from(makeIshne({ sampleRateHz: RATE_HZ, leads: LEADS.map((code) => [code, marked]) }))
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), key: randomUUID() }
}

export function caseBody({ mark, isEmergency }: Submission, fileIds: readonly string[]): string {
  return JSON.stringify({
    patient: { unknown: true, sex: 'female', ageYears: 40, description: mark },
    emergency: isEmergency,
    clinical: { reasons: ['dyspnoea'] },
    fileIds,
  })
}
