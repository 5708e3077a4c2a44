import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeClient } from '@/server/db/client'
import { beat, health } from '@/server/health/health'
import { forgetOldRows } from '@/server/health/housekeeping'
import { caseIn } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { makeCast } from '../../support/people'

const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000)
const bytes = () => Uint8Array.from(Buffer.from(randomUUID().replaceAll('-', '')))

describe('housekeeping', () => {
  it('forgets answers after 72 hours, failed sign-ins after a day, sessions a month after their end', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { userId } = nurse.actor
      const key = { actorId: userId, route: '/api/v1/cases', bodyHash: bytes() }
      await tx.idempotencyKey.createMany({
        data: [
          { ...key, key: 'old', createdAt: hoursAgo(72.1) },
          { ...key, key: 'fresh', createdAt: hoursAgo(71.9) },
        ],
      })
      const failure = { emailHash: bytes(), address: '192.0.2.1' }
      await tx.signInFailure.createMany({ data: [24.1, 23.9].map((hours) => ({ ...failure, at: hoursAgo(hours) })) })
      await tx.session.createMany({
        data: [24 * 30 + 1, 24 * 30 - 1].map((hours) => ({
          ...{ userId, tokenHash: bytes(), createdAt: hoursAgo(2000) },
          expiresAt: hoursAgo(hours),
        })),
      })
      await forgetOldRows(tx, NOON)
      const keys = await tx.idempotencyKey.findMany({ where: { actorId: userId } })
      expect(keys.map((row) => row.key)).toEqual(['fresh'])
      expect(await tx.signInFailure.count({ where: { emailHash: failure.emailHash } })).toBe(1)
      expect(await tx.session.count({ where: { userId } })).toBe(1)
    }))

  it('never touches a case, a file or a trail, however old', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await caseIn(cast, 'CLOSED')
      await caseIn(cast, 'DRAFT')
      const count = async () => [
        await tx.case.count(),
        await tx.caseEvent.count(),
        await tx.auditEvent.count(),
        await tx.storedFile.count(),
        await tx.blobChunk.count(),
        await tx.report.count(),
      ]
      const before = await count()
      await forgetOldRows(tx, new Date(NOON.getTime() + 10 * 365 * 86_400_000))
      expect(await count()).toEqual(before)
    }))
})

describe('health', () => {
  it('is ok while the worker gives signs of life, and failing when it is silent for 15 seconds', async () => {
    await beat('worker', NOON)
    const later = (ms: number) => health(new Date(NOON.getTime() + ms))
    expect(await later(14_999)).toMatchObject({ status: 'ok', database: 'ok', worker: 'ok' })
    expect(await later(15_000)).toMatchObject({ status: 'failing', database: 'ok', worker: 'failing' })
    expect((await later(0)).version).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('is failing, not thrown, while the database does not answer', async () => {
    const holder = globalThis as { yurakDb?: ReturnType<typeof makeClient> }
    const usual = holder.yurakDb
    const unreachable = makeClient('postgresql://nobody@127.0.0.1:1/nothing')
    holder.yurakDb = unreachable
    expect(await health(NOON)).toMatchObject({ status: 'failing', database: 'failing', worker: 'failing' })
    await unreachable.$disconnect()
    if (usual) holder.yurakDb = usual
    else delete holder.yurakDb
  })
})
