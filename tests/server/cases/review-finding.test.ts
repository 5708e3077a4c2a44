import { describe, expect, it } from 'vitest'
import { addClinical } from '@/server/cases/add-clinical'
import { addRecordings } from '@/server/cases/add-recordings'
import { getCase } from '@/server/cases/case-queries'
import { changeClass } from '@/server/cases/change-class'
import { reviewFinding } from '@/server/cases/review-finding'
import { getAnalysis } from '@/server/recordings/recording-queries'
import { auditOf, eventsOf, PERSON, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { uploadAnalysed } from '../../support/files'
import { type Cast, makeCast } from '../../support/people'

const CHECK_UP = { clinical: { reasons: ['screening' as const] }, patient: PERSON }

async function sendAnalysed(cast: Cast, scenario: Parameters<typeof uploadAnalysed>[1], more = {}) {
  const caseId = await sendCase(cast.nurse, {
    fileIds: [await uploadAnalysed(cast.nurse, scenario)],
    ...CHECK_UP,
    ...more,
  })
  const view = await getCase(cast.cardiologist, caseId)
  const [judged] = view.findings
  if (!judged) throw new Error('the ECG was not judged')
  return { caseId, view, ...judged }
}

describe('an analysed ECG', () => {
  it('that meets the criteria of STEMI makes the case EMERGENT, and says why', () =>
    rolledBack(async (tx) => {
      const { view, findings } = await sendAnalysed(await makeCast(tx), 'anterior-stemi')
      expect(view.class).toBe('EMERGENT')
      expect(view.classReasons).toContainEqual({
        source: 'recording',
        code: 'finding',
        class: 'EMERGENT',
        value: 'ISC-01',
      })
      const stemi = findings.find((finding) => finding.id === 'ISC-01')
      expect(stemi).toMatchObject({ status: 'met', leads: expect.arrayContaining(['V2', 'V3']) })
      expect(stemi?.source).not.toBe('')
      expect(stemi?.evidence.some(({ lead, value }) => lead === 'V3' && (value ?? 0) > 200)).toBe(true)
    }))

  it('without a finding leaves a check-up ROUTINE', () =>
    rolledBack(async (tx) => {
      expect((await sendAnalysed(await makeCast(tx), 'normal')).view.class).toBe('ROUTINE')
    }))

  it('shows its numbers with the case and every beat on request', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { view, recordingId } = await sendAnalysed(cast, 'normal')
      expect(view.files[0]?.recording?.assessment).toMatchObject({
        problem: null,
        quality: { overall: 'good' },
        measurements: { qrsMs: expect.any(Number), qtMs: expect.any(Number) },
      })
      const analysis = await getAnalysis(cast.cardiologist, recordingId)
      expect(analysis.beats.length).toBeGreaterThan(8)
      expect(await refusal(getAnalysis(cast.farCardiologist, recordingId))).toBe('not_found')
    }))

  it('is judged anew when pain is reported later', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, view } = await sendAnalysed(cast, 'lbbb')
      expect(view.class).not.toBe('EMERGENT')
      const later = await addClinical(cast.nurse, caseId, { reasons: ['chest_pain'], painNow: 6 })
      expect(later.class).toBe('EMERGENT')
    }))

  it('raises the case again when another one shows an infarct', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId } = await sendAnalysed(cast, 'normal')
      const fileIds = [await uploadAnalysed(cast.nurse, 'inferior-stemi')]
      expect((await addRecordings(cast.nurse, caseId, { fileIds })).class).toBe('EMERGENT')
    }))

  it('does not raise again what a cardiologist knew and lowered', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId } = await sendAnalysed(cast, 'anterior-stemi')
      await changeClass(cast.cardiologist, caseId, { class: 'ROUTINE', reason: 'an old aneurysm' })
      expect((await addClinical(cast.nurse, caseId, { weightKg: 80 })).class).toBe('ROUTINE')
      expect((await addClinical(cast.nurse, caseId, { systolicMmHg: 80 })).class).toBe('EMERGENT')
    }))
})

describe('reviewing a finding', () => {
  it('is agreed to by a cardiologist, with its event and its trail', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await sendAnalysed(cast, 'anterior-stemi')
      await reviewFinding(cast.cardiologist, caseId, { recordingId, findingId: 'ISC-01', isAgreed: true })
      const view = await getCase(cast.cardiologist, caseId)
      expect(view.findingReviews).toMatchObject([{ findingId: 'ISC-01', isAgreed: true, reason: null }])
      expect(view.class).toBe('EMERGENT')
      expect(await eventsOf(tx, caseId)).toContain('review_finding')
      expect(await auditOf(tx, caseId)).toContain('finding.review')
    }))

  it('that disagrees says why, and lowers nothing', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await sendAnalysed(cast, 'anterior-stemi')
      const no = { recordingId, findingId: 'ISC-01', isAgreed: false }
      expect(await refusal(reviewFinding(cast.cardiologist, caseId, no))).toBe('invalid_input')
      await reviewFinding(cast.cardiologist, caseId, { ...no, reason: 'aneurysm, known since 2019' })
      const view = await getCase(cast.cardiologist, caseId)
      expect(view.findingReviews[0]?.reason).toBe('aneurysm, known since 2019')
      expect(view.class).toBe('EMERGENT')
    }))

  it('is not for the nurse, not for strangers, and not of what was not found', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, recordingId } = await sendAnalysed(cast, 'normal')
      const yes = { recordingId, findingId: 'ISC-01', isAgreed: true }
      expect(await refusal(reviewFinding(cast.nurse, caseId, yes))).toBe('forbidden')
      expect(await refusal(reviewFinding(cast.farCardiologist, caseId, yes))).toBe('not_found')
      expect(await refusal(reviewFinding(cast.cardiologist, caseId, yes))).toBe('not_found')
    }))
})
