import { describe, expect, it } from 'vitest'
import { getCase } from '@/server/cases/case-queries'
import { describeFile } from '@/server/files/describe-file'
import { getSamples } from '@/server/recordings/recording-queries'
import { auditOf, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { makeCast } from '../../support/people'

/** Ten seconds of two columns at 500 Hz that nobody named. */
const CSV = Uint8Array.from(
  Buffer.from(Array.from({ length: 5000 }, (_, index) => `${index % 400 === 0 ? 900 : 3};${index % 7}`).join('\n')),
)
const SAID = { sampleRateHz: 500, unit: 'uV', columns: ['II', 'V1'] }

describe('a file of bare numbers', () => {
  it('is kept, with what it does not say', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse, CSV, 'numbers.csv')
      const row = await tx.storedFile.findUniqueOrThrow({ where: { id: fileId } })
      expect(row.problemCode).toBe('needs_description')
      expect(row.needs).toMatchObject({ missing: ['columns', 'rate', 'unit'], rowCount: 5000 })
    }))

  it('becomes a recording when the nurse says it, and its samples follow', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse, CSV, 'numbers.csv')
      const view = await describeFile(nurse, fileId, SAID)
      expect(view).toMatchObject({
        problem: null,
        recording: { kind: 'waveform', sampleRateHz: 500, durationMs: 10_000, leads: ['II', 'V1'] },
      })
      expect((await getSamples(nurse, view.recording?.recordingId ?? '')).length).toBeGreaterThan(0)
      expect(await auditOf(tx, fileId)).toContain('file.describe')
    }))

  it('stays as it is when the description does not fit', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse, CSV, 'numbers.csv')
      expect(await refusal(describeFile(nurse, fileId, { sampleRateHz: 500 }))).toBe('invalid_input')
      expect(await refusal(describeFile(nurse, fileId, { ...SAID, unit: 'bananas' }))).toBe('invalid_input')
      expect((await tx.storedFile.findUniqueOrThrow({ where: { id: fileId } })).problemCode).toBe('needs_description')
    }))

  it('is described once, by its own facility', () =>
    rolledBack(async (tx) => {
      const { nurse, farNurse, cardiologist } = await makeCast(tx)
      const fileId = await upload(nurse, CSV, 'numbers.csv')
      expect(await refusal(describeFile(farNurse, fileId, SAID))).toBe('not_found')
      expect(await refusal(describeFile(cardiologist, fileId, SAID))).toBe('forbidden')
      await describeFile(nurse, fileId, SAID)
      expect(await refusal(describeFile(nurse, fileId, SAID))).toBe('conflict')
    }))

  it('of a case that was sent shows there as soon as it is described', () =>
    rolledBack(async (tx) => {
      const { nurse, cardiologist } = await makeCast(tx)
      const fileId = await upload(nurse, CSV, 'numbers.csv')
      const caseId = await sendCase(nurse, { fileIds: [fileId] })
      await describeFile(nurse, fileId, SAID)
      const view = await getCase(cardiologist, caseId)
      expect(view.files[0]?.recording?.leads).toEqual(['II', 'V1'])
      expect(view.events.map((event) => event.type)).toContain('analyse')
    }))
})
