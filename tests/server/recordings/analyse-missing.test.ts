import { describe, expect, it } from 'vitest'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { writeScp } from '@/ecg/writers/scp'
import { getCase } from '@/server/cases/case-queries'
import { analyseMissing } from '@/server/recordings/analyse-missing'
import { auditOf, eventsOf, PERSON, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { makeCast } from '../../support/people'

const STEMI = Uint8Array.from(writeScp(makeEcg({ scenario: 'anterior-stemi', seed: 3 }).recording))

describe('recordings that were stored before there was an engine', () => {
  it('are measured, and the open cases that hold them rise with what is found', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileIds = [await upload(cast.nurse, STEMI)]
      const caseId = await sendCase(cast.nurse, { fileIds, clinical: { reasons: ['screening'] }, patient: PERSON })
      expect((await getCase(cast.cardiologist, caseId)).class).toBe('URGENT')
      expect(await analyseMissing(tx, () => NOON)).toBeGreaterThan(0)
      const view = await getCase(cast.cardiologist, caseId)
      expect(view.class).toBe('EMERGENT')
      expect(view.files[0]?.recording?.assessment?.measurements?.heartRateBpm).toBeGreaterThan(60)
      expect(await eventsOf(tx, caseId)).toContain('analyse')
      expect(await auditOf(tx, caseId)).toContain('case.analyse')
    }))

  it('are measured once', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await upload(cast.nurse, STEMI)
      while ((await analyseMissing(tx, () => NOON)) > 0);
      expect(await analyseMissing(tx, () => NOON)).toBe(0)
    }))
})
