import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { env } from '../env'
import { type Prisma, PrismaClient } from './generated/client'

/** Either the pool or an open transaction; verbs take it from their context. */
export type Db = PrismaClient | Prisma.TransactionClient
export type Tx = Prisma.TransactionClient

const POOL_SIZE = 20

/** How long a statement waits for another transaction's lock: a request with a used key waits for the first one this long. */
const LOCK_TIMEOUT_MS = 10_000
const STATEMENT_TIMEOUT_MS = 20_000

export const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 25_000 } as const

export function makeClient(connectionString: string, max = POOL_SIZE): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(makePool(connectionString, max), { disposeExternalPool: true }),
    transactionOptions: TRANSACTION_LIMITS,
  })
}

export function makePool(connectionString: string, max: number): Pool {
  const options = `-c lock_timeout=${LOCK_TIMEOUT_MS} -c statement_timeout=${STATEMENT_TIMEOUT_MS}`
  const pool = new Pool({ connectionString, max, options })
  // A database that dies just while a connection is handed over finds nobody listening to it, and the error would end
  // the process; whoever uses the connection learns of it by its next statement all the same.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const holder = globalThis as typeof globalThis & { yurakDb?: PrismaClient }

/** The pool of this process. Kept on the global object: a development server loads modules more than once. */
export function db(): PrismaClient {
  holder.yurakDb ??= makeClient(env().DATABASE_URL)
  return holder.yurakDb
}
