import { describe, expect, it } from 'vitest'
import { decodeSamples } from '@/ecg/samples-codec'
import { getPicture, getRecording, getSamples } from '@/server/recordings/recording-queries'
import { auditOf, caseIn, eventsOf, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { PNG_FILE, scpFile, upload } from '../../support/files'
import { makeCast } from '../../support/people'

describe('the samples of a recording', () => {
  it('are those of the file, and the look is audited', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse)
      const { id } = await tx.recording.findUniqueOrThrow({ where: { fileId } })
      const decoded = decodeSamples(await getSamples(nurse, id))
      expect(decoded).toMatchObject({ sampleRateHz: 500 })
      expect(decoded.leads.map((lead) => lead.name)).toEqual(expect.arrayContaining(['I', 'II', 'V1', 'V6', 'aVR']))
      expect(decoded.leads[0]?.samplesUv).toHaveLength(1000)
      expect(await auditOf(tx, id)).toEqual(['recording.read'])
    }))

  it('open the case for its holder, once, and for nobody else', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      const { id } = await tx.recording.findUniqueOrThrow({ where: { fileId } })
      const caseId = await caseIn(cast, 'CLAIMED', { fileIds: [fileId] })
      await getSamples(cast.cardiologist2, id)
      await getSamples(cast.nurse, id)
      expect(await eventsOf(tx, caseId)).not.toContain('open')
      await getSamples(cast.cardiologist, id)
      await getSamples(cast.cardiologist, id)
      expect((await eventsOf(tx, caseId)).filter((type) => type === 'open')).toHaveLength(1)
    }))

  it('of a picture are a conflict, and a waveform is no picture', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const idOf = async (fileId: string) => (await tx.recording.findUniqueOrThrow({ where: { fileId } })).id
      const picture = await idOf(await upload(nurse, PNG_FILE, 'ecg.png'))
      const waveform = await idOf(await upload(nurse))
      expect(await refusal(getSamples(nurse, picture))).toBe('conflict')
      expect(await refusal(getPicture(nurse, waveform))).toBe('conflict')
      expect(await getPicture(nurse, picture)).toEqual({ mediaType: 'image/png', bytes: PNG_FILE })
    }))

  it.each([
    ['otherNurse', 'not_found'],
    ['farCardiologist', 'not_found'],
    ['admin', 'forbidden'],
  ] as const)('are for the %s %s', (person, code) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse, scpFile({ familyName: 'Sinov' }))
      await sendCase(cast.nurse, { fileIds: [fileId] })
      const { id } = await tx.recording.findUniqueOrThrow({ where: { fileId } })
      expect(await refusal(getSamples(cast[person], id))).toBe(code)
      expect(await refusal(getPicture(cast[person], id))).toBe(code)
      expect(await refusal(getRecording(cast[person], id))).toBe(code)
      expect((await getRecording(cast.coordinator, id)).patientInFile.familyName).toBe('Sinov')
    }),
  )
})
