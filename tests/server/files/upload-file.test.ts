import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '@/ecg/long/long-limits'
import type { Context } from '@/server/context'
import { openFile } from '@/server/files/file-queries'
import { keepAndRead, saveFile, sha256Of } from '@/server/files/upload-file'
import { ReaderPool } from '@/server/recordings/reader-pool'
import { auditOf, refusal, sendCase } from '../../support/cases'
import { ownDatabase, rolledBack } from '../../support/database'
import { contentOf, scpFile, upload } from '../../support/files'
import { type Cast, makeCast } from '../../support/people'

const folder = mkdtempSync(join(tmpdir(), 'yurak-upload-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Large enough for three pieces, and no two of them alike. */
const LONG_FILE = Uint8Array.from({ length: 1_200_000 }, (_, index) => (index * 31 + (index >> 8)) & 255)

async function send(ctx: Context, bytes: Uint8Array<ArrayBuffer>, name = 'ecg.scp') {
  return saveFile(ctx, await keepAndRead(ctx, { name, bytes, sha256: sha256Of(bytes) }))
}

describe('an upload', () => {
  it('is kept, read and audited', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const bytes = scpFile({ familyName: 'Sinov' })
      const file = await send(nurse, bytes)
      expect(file).toMatchObject({
        name: 'ecg.scp',
        sha256: Buffer.from(sha256Of(bytes)).toString('hex'),
        sizeBytes: bytes.length,
        problem: null,
        recording: {
          kind: 'waveform',
          format: 'scp-ecg',
          sampleRateHz: 500,
          durationMs: 2000,
          recordedLocal: '2026-01-15T16:00:00',
          recordedAt: '2026-01-15T11:00:00.000Z',
          patientInFile: { familyName: 'Sinov' },
        },
      })
      expect(await auditOf(tx, file.fileId)).toEqual(['file.upload'])
    }))

  it('that nobody can read is kept with a reason', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const bytes = Uint8Array.from(Buffer.from('%!not an ECG'))
      const file = await send(nurse, bytes, 'letter.doc')
      expect(file).toMatchObject({ recording: null, problem: { code: 'unrecognised' } })
      expect(file.problem?.message).not.toBe('')
      expect(await contentOf(nurse, file.fileId)).toEqual(bytes)
    }))

  it('that was cut off half-way is kept with a reason', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const whole = scpFile()
      const file = await send(nurse, whole.slice(0, whole.length / 2))
      expect(file.recording === null || file.recording.warnings.length > 0).toBe(true)
      expect(file.sizeBytes).toBe(Math.floor(whole.length / 2))
    }))

  it.each([
    ['empty', 0, 'empty_file'],
    ['one byte too large', MAX_FILE_BYTES + 1, 'too_large'],
  ] as const)('that is %s is refused and leaves nothing', (_, lengthBytes, code) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const before = await tx.blob.count()
      expect(await refusal(send(nurse, new Uint8Array(lengthBytes)))).toBe(code)
      expect(await tx.blob.count()).toBe(before)
    }),
  )

  it.each(['cardiologist', 'coordinator', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(send(cast[role], scpFile()))).toBe('forbidden')
    }),
  )

  it('of bytes that are there already is a file of its own on the same bytes', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const bytes = scpFile({ id: 'shared' })
      const [mine, theirs] = [await send(nurse, bytes), await send(otherNurse, bytes)]
      expect(mine.sha256).toBe(theirs.sha256)
      expect(mine.fileId).not.toBe(theirs.fileId)
      expect(await tx.blob.count({ where: { sha256: sha256Of(bytes) } })).toBe(1)
      expect(await refusal(openFile(nurse, theirs.fileId))).toBe('not_found')
    }))

  it('of the same bytes eight times at one moment keeps them once', () =>
    ownDatabase(async (db) => {
      const { nurse } = await makeCast(db)
      const files = await Promise.all(Array.from({ length: 8 }, () => send(nurse, LONG_FILE, 'long.bin')))
      expect(new Set(files.map((file) => file.fileId)).size).toBe(8)
      expect(await db.blob.count()).toBe(1)
      expect(await db.blobChunk.count()).toBe(3)
      expect(Buffer.compare(await contentOf(nurse, files[3]?.fileId ?? ''), LONG_FILE)).toBe(0)
    }))
})

describe('a file that ends its reader', () => {
  const pools: ReaderPool[] = []
  // The key under which the server finds its pool.
  const holder = globalThis as unknown as Record<symbol, ReaderPool | undefined>
  const KEY = Symbol.for('yurak.reader-pool')

  afterEach(async () => {
    delete holder[KEY]
    await Promise.all(pools.splice(0).map((pool) => pool.close()))
  })

  it.each([
    [
      'throws',
      "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { throw new Error('x') })",
    ],
    ['leaves', "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(1))"],
    ['hangs', "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { for (;;) {} })"],
  ])('when the reader %s is kept bit for bit', (name, program) =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const path = join(folder, `${name}.mjs`)
      writeFileSync(path, program)
      const pool = new ReaderPool(path, 1, 300)
      pools.push(pool)
      holder[KEY] = pool
      const bytes = scpFile()
      const file = await send(nurse, bytes)
      expect(file).toMatchObject({ recording: null, problem: { code: 'reader_failed' } })
      await sendCase(nurse, { fileIds: [file.fileId] })
      expect(await contentOf(cardiologist, file.fileId)).toEqual(bytes)
    }),
  )
})

describe('the bytes of a file', () => {
  it('come back bit for bit, in pieces, and the look is audited', () =>
    rolledBack(async (tx) => {
      const { nurse, nurse2 } = await makeCast(tx)
      const fileId = await upload(nurse, LONG_FILE, 'long.bin')
      expect(Buffer.compare(await contentOf(nurse2, fileId), LONG_FILE)).toBe(0)
      expect(await auditOf(tx, fileId)).toContain('file.read')
    }))

  it('do not lie in the database as they are', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const bytes = scpFile({ familyName: 'Maxfiylik' })
      expect(Buffer.from(bytes).includes('Maxfiylik')).toBe(true)
      await upload(nurse, bytes)
      const chunks = await tx.blobChunk.findMany({ where: { sha256: sha256Of(bytes) } })
      expect(chunks.some((chunk) => Buffer.from(chunk.sealed).includes('Maxfiylik'))).toBe(false)
    }))

  it('are shown to the reader of a case, and before that to nobody outside', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      expect(await refusal(openFile(cast.cardiologist, fileId))).toBe('not_found')
      await sendCase(cast.nurse, { fileIds: [fileId] })
      expect(await contentOf(cast.cardiologist, fileId)).toEqual(scpFile())
      expect(await contentOf(cast.coordinator, fileId)).toEqual(scpFile())
    }))

  it.each([
    ['otherNurse', 'not_found'],
    ['farCardiologist', 'not_found'],
    ['admin', 'forbidden'],
    ['auditor', 'forbidden'],
  ] as const)('are for the %s %s', (person, code) =>
    rolledBack(async (tx) => {
      const cast: Cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      await sendCase(cast.nurse, { fileIds: [fileId] })
      expect(await refusal(openFile(cast[person], fileId))).toBe(code)
    }),
  )

  it.each([
    ['a changed byte', 'UPDATE blob_chunk SET sealed = set_byte(sealed, 9, get_byte(sealed, 9) # 1)'],
    ['a piece that is gone', 'DELETE FROM blob_chunk WHERE index = 1'],
    [
      'two pieces that changed places',
      'UPDATE blob_chunk a SET sealed = b.sealed FROM blob_chunk b WHERE b.index = 1 - a.index AND a.index < 2',
    ],
    ['a size that is wrong', 'UPDATE blob SET size_bytes = 600000'],
  ])('are never handed out with %s', (_, damage) =>
    ownDatabase(async (db) => {
      const { nurse } = await makeCast(db)
      const fileId = await upload(nurse, LONG_FILE, 'long.bin')
      await db.$executeRawUnsafe('ALTER TABLE blob_chunk DISABLE TRIGGER USER')
      await db.$executeRawUnsafe('ALTER TABLE blob DISABLE TRIGGER USER')
      await db.$executeRawUnsafe(damage)
      await expect(contentOf(nurse, fileId)).rejects.toThrow()
    }),
  )
})
