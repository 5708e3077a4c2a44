import { describe, expect, it } from 'vitest'
import { getCase } from '@/server/cases/case-queries'
import { listEarlierEcgs } from '@/server/cases/earlier-ecgs'
import { auditOf, OTHER_PERSON, PERSON, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { makeCast } from '../../support/people'

describe('the ECGs of a patient', () => {
  it('are listed from every case that the reader may see, and from no other person', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const first = await sendCase(cast.nurse, { patient: PERSON })
      const second = await sendCase(cast.nurse, { patient: PERSON })
      await sendCase(cast.nurse, { patient: OTHER_PERSON })
      const { items } = await listEarlierEcgs(cast.cardiologist, second)
      const { files } = await getCase(cast.cardiologist, first)

      expect(new Set(items.map(({ caseId }) => caseId))).toEqual(new Set([first, second]))
      expect(items.map(({ recordingId }) => recordingId)).toContain(files[0]?.recording?.recordingId)
      expect(await auditOf(tx, second)).toContain('case.read')
    }))

  it('are not there for a stranger', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)

      expect(await refusal(listEarlierEcgs(cast.farCardiologist, caseId))).toBe('not_found')
      expect(await refusal(listEarlierEcgs(cast.cardiologist, 'no-id'))).toBe('not_found')
    }))
})
