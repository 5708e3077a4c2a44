/** What every printed figure is read beside. */
import { cpus, loadavg, totalmem } from 'node:os'
import { db } from '@/server/db/client'

export async function machine() {
  const [{ version } = { version: '' }] = await db().$queryRaw<{ version: string }[]>`SELECT version()`
  return {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    database: version.split(' on ')[0],
    loadAverage: loadavg().map((load) => Math.round(load * 10) / 10),
  }
}
