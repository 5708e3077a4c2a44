import { describe, expect, it } from 'vitest'
import { decodeSamples } from '@/ecg/samples-codec'
import { keepAndRead, saveFile, sha256Of } from '@/server/files/upload-file'
import { getOverview, getPageWaveform, getTile } from '@/server/recordings/overview-queries'
import { enqueueOverviews, prepareOverview } from '@/server/recordings/prepare-overview'
import { getSamples } from '@/server/recordings/recording-queries'
import { auditOf, caseIn, refusal, sendCase } from '../../support/cases'
import { NOON, ownDatabase } from '../../support/database'
import { upload } from '../../support/files'
import { longEdf, longRecording } from '../../support/make-hours'
import { type Cast, makeCast } from '../../support/people'

const HOURS = { minutes: 12, sampleRateHz: 125, leads: ['I', 'II', 'V1'], pausesAtMs: [400_000] } as const
/** Too long to be held whole by a page. */
const FILE = longEdf(HOURS)
const SHORT = longEdf({ ...HOURS, minutes: 2, pausesAtMs: [] })
/** Longer than anything that is read whole. */
const LONGER = longEdf({ ...HOURS, minutes: 61 })

const later = (seconds: number) => () => new Date(NOON.getTime() + seconds * 1000)

async function sent({ nurse, db }: Cast, bytes = SHORT) {
  const fileId = await upload(nurse, bytes, 'long.edf')
  const { id: recordingId } = await db.recording.findUniqueOrThrow({ where: { fileId } })
  return { recordingId, fileId }
}

async function prepared(cast: Cast, bytes = SHORT) {
  const file = await sent(cast, bytes)
  await prepareOverview(cast.db, later(1), file)
  return file
}

describe('the overview of a long recording', { timeout: 60_000 }, () => {
  it('is made by a job: state, rate, beats, events and every sample in tiles', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await sent(cast, FILE)
      expect(await getOverview(cast.nurse, recordingId)).toEqual({ state: 'preparing', percent: 0 })
      expect(await refusal(getTile(cast.nurse, recordingId, { level: '0', index: '0' }))).toBe('conflict')
      await prepareOverview(db, later(1), { recordingId })
      const view = await getOverview(cast.nurse, recordingId)
      if (view.state !== 'ready') throw new Error(`it is ${view.state}`)
      const { overview } = view
      expect(overview).toMatchObject({ sampleRateHz: 125, durationMs: 720_000, counts: { pause: 1 } })
      expect(overview.beats.dominant).toBeGreaterThan(700)
      const pause = overview.events.find(({ kind }) => kind === 'pause')
      expect(Math.abs((pause?.fromMs ?? 0) - 400_000)).toBeLessThan(1500)
      expect(pause?.value).toBeGreaterThan(2.1)

      const source = longRecording(HOURS).leads.find(({ name }) => name === 'V1')?.samplesUv ?? new Float32Array()
      const tile = decodeSamples(await getTile(cast.nurse, recordingId, { level: '0', index: '3' }))
      const found = tile.leads.find(({ name }) => name === 'V1')?.samplesUv ?? new Float32Array()
      const first = 3 * 30 * 125
      expect(found).toHaveLength(30 * 125)
      expect(Math.max(...found.map((uv, index) => Math.abs(uv - (source[first + index] ?? 0))))).toBeLessThan(2)
      expect(await auditOf(db, recordingId)).toContain('recording.prepare')
      expect((await auditOf(db, recordingId)).filter((action) => action === 'recording.read')).toHaveLength(1)
    }))

  it('is sealed', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await prepared(cast)
      const row = await db.recordingOverview.findUniqueOrThrow({ where: { recordingId } })
      expect(Buffer.from(row.sealed ?? []).includes('sampleRateHz')).toBe(false)
      const tiles = await db.recordingTile.findMany({ where: { recordingId } })
      expect(tiles.some(({ sealed }) => Buffer.from(sealed).includes('YEC2'))).toBe(false)
      await db.$executeRaw`UPDATE recording_tile SET sealed = set_byte(sealed, 9, get_byte(sealed, 9) # 1)`
      await expect(getTile(cast.nurse, recordingId, { level: '0', index: '0' })).rejects.toThrow()
    }))

  it('is made once, though the job is asked for twice', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await sent(cast)
      await Promise.all([1, 2].map(() => prepareOverview(db, later(1), { recordingId })))
      const first = await getOverview(cast.nurse, recordingId)
      const tiles = await db.recordingTile.count()
      await prepareOverview(db, later(100), { recordingId })
      expect(await getOverview(cast.nurse, recordingId)).toEqual(first)
      expect(await db.recordingTile.count()).toBe(tiles)
      expect((await db.recordingOverview.findUniqueOrThrow({ where: { recordingId } })).attempts).toBe(1)
    }))

  it('whose worker was killed is taken up again, and what that one left is gone', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await sent(cast)
      const asked: string[] = []
      const enqueue = async (_tx: unknown, name: string) => void asked.push(name)
      expect(await enqueueOverviews(db, later(1), enqueue)).toBe(1)
      const ghost = { runId: '0190a000-0000-7000-8000-000000000000', recordingId, level: 0, index: 0 }
      await db.recordingTile.create({ data: { ...ghost, sealed: Uint8Array.of(1) } })
      await db.recordingOverview.update({
        where: { recordingId },
        data: { runId: ghost.runId, attempts: 1, aliveAt: later(2)() },
      })
      expect(await enqueueOverviews(db, later(10), enqueue)).toBe(0)
      await prepareOverview(db, later(10), { recordingId })
      expect((await getOverview(cast.nurse, recordingId)).state).toBe('preparing')
      expect(await enqueueOverviews(db, later(30), enqueue)).toBe(1)
      await prepareOverview(db, later(30), { recordingId })
      expect((await getOverview(cast.nurse, recordingId)).state).toBe('ready')
      expect(await db.recordingTile.count({ where: { runId: ghost.runId } })).toBe(0)
      expect(await enqueueOverviews(db, later(60), enqueue)).toBe(0)
      expect(asked).toEqual(['prepare-overview', 'prepare-overview'])
    }))

  it('that ended three workers is given up in words', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await sent(cast)
      await db.recordingOverview.update({ where: { recordingId }, data: { attempts: 3, aliveAt: NOON } })
      await prepareOverview(db, later(60), { recordingId })
      expect(await getOverview(cast.nurse, recordingId)).toEqual({ state: 'failed', problem: 'reader_failed' })
    }))

  it('is for who may see the file, and for nobody else', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId, fileId } = await prepared(cast)
      const tile = { level: '0', index: '0' }
      for (const person of ['cardiologist', 'otherNurse'] as const) {
        expect(await refusal(getOverview(cast[person], recordingId))).toBe('not_found')
        expect(await refusal(getTile(cast[person], recordingId, tile))).toBe('not_found')
      }
      expect(await refusal(getOverview(cast.auditor, recordingId))).toBe('forbidden')
      await sendCase(cast.nurse, { fileIds: [fileId] })
      expect((await getOverview(cast.cardiologist, recordingId)).state).toBe('ready')
      expect(await refusal(getOverview(cast.farCardiologist, recordingId))).toBe('not_found')
      expect(await refusal(getTile(cast.cardiologist, recordingId, { level: '9', index: '0' }))).toBe('not_found')
      expect(await refusal(getTile(cast.cardiologist, recordingId, { level: 'x', index: '0' }))).toBe('invalid_input')
    }))

  it('opens the case of its holder when the samples are asked for', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId, fileId } = await prepared(cast)
      const caseId = await caseIn(cast, 'CLAIMED', { fileIds: [fileId] })
      await getTile(cast.cardiologist, recordingId, { level: '0', index: '1' })
      expect((await db.case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('IN_REVIEW')
    }))

  it('gives a page the samples around a place', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const { recordingId } = await prepared(cast, FILE)
      const { startMs = 0, leads } = await getPageWaveform(cast.nurse, recordingId, 405_000)
      expect(startMs).toBe(390_000)
      expect(leads[0]?.samplesUv).toHaveLength(30 * 125)
    }))
})

describe('a recording of more than an hour', { timeout: 60_000 }, () => {
  it('is read by its header, measured by the job, and never sent whole', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const kept = { name: 'long.edf', bytes: LONGER, sha256: sha256Of(LONGER) }
      const { fileId, recording } = await saveFile(cast.nurse, await keepAndRead(cast.nurse, kept))
      const recordingId = recording?.recordingId ?? ''
      expect(recording).toMatchObject({ format: 'edf', durationMs: 61 * 60_000, assessment: null })
      await sendCase(cast.nurse, { fileIds: [fileId] })
      await prepareOverview(db, later(1), { recordingId })
      const assessment = await db.assessment.findFirstOrThrow({ where: { recordingId } })
      expect(assessment.problem).toBeNull()
      expect(assessment.findings).toContainEqual(expect.objectContaining({ id: 'RHY-15', status: 'met' }))
      expect(JSON.stringify(assessment.analysis).length).toBeLessThan(400_000)
      expect(await auditOf(db, recordingId)).toContain('recording.prepare')
      expect(await refusal(getSamples(cast.nurse, recordingId))).toBe('conflict')
    }))
})
