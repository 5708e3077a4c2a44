/**
 * Server tests run inside one transaction that is always rolled back, so they leave nothing behind. Each vitest worker
 * has a database of its own; a test that races several connections takes one that is cloned for it alone.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { makeClient, type Tx } from '@/server/db/client'
import type { PrismaClient } from '@/server/db/generated/client'
import { dropDatabase, ensureDatabase } from '../../scripts/up/database.mjs'
import { TEMPLATE } from '../../scripts/up/test-database.mjs'

export const NOON = new Date('2026-01-15T12:00:00Z')

/** The database of this vitest worker; what is committed in it stays for the files that come after. */
export const WORKER_DATABASE_URL = process.env.DATABASE_URL ?? ''

const db = makeClient(WORKER_DATABASE_URL, 4)
afterAll(() => db.$disconnect())

export async function rolledBack(work: (tx: Tx) => Promise<void>): Promise<void> {
  const rollback = new Error('rollback')
  await db
    .$transaction(async (tx) => {
      await work(tx)
      throw rollback
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error
    })
}

/** A fresh clone of the template with its reference data, dropped after the work: for tests that commit and race. */
export async function ownDatabase(work: (db: PrismaClient, url: string) => Promise<void>): Promise<void> {
  const adminUrl = inject('adminUrl')
  const name = `own_${randomUUID().replaceAll('-', '')}`
  await ensureDatabase(adminUrl, name, TEMPLATE)
  const url = new URL(adminUrl)
  url.pathname = name
  const client = makeClient(url.href)
  try {
    await work(client, url.href)
  } finally {
    await client.$disconnect()
    await dropDatabase(adminUrl, name)
  }
}
