/**
 * Copies of rows that the application itself wrote, made by one INSERT … SELECT a table: a million cases in seconds, in
 * whatever columns the schema has. Times move with the copy's own time; ids are version 7 of that time.
 */
import { Client } from 'pg'

/** Each kind of row has ids of its own. */
const KINDS = { case: 1, patient: 2, file: 3, recording: 4, computation: 5, event: 6 } as const
export type Kind = keyof typeof KINDS

/** SQL: the instant of copy `i`, in ms since 1970. `i` is the number of the copy, `t` the row that is copied. */
export type Clones = {
  readonly table: string
  /** Which rows are copied, as a condition on `t`. */
  readonly from: string
  readonly count: number
  readonly atMs: string
  /** SQL by column, in place of the copied value. */
  readonly values: Readonly<Record<string, string>>
}

/** SQL for the id of the copy numbered `number`, made at `atMs`. */
export function idOf(kind: Kind, number: string, atMs: string, offset = 0): string {
  const time = `lpad(to_hex((${atMs})::bigint), 12, '0')`
  const tag = (KINDS[kind] * 16 + offset).toString(16).padStart(3, '0')
  return `(${time} || '7${tag}8' || lpad(to_hex((${number})::bigint), 15, '0'))::uuid`
}

/** A connection on which triggers and foreign keys rest: what is copied was checked when it was written. */
export async function withCopier<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query("SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'")
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function clone(client: Client, { table, from, count, atMs, values }: Clones): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    'SELECT column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_name = $1',
    [table],
  )
  // A number of its own comes from its sequence.
  const columns = rows.filter(({ name }) => name !== 'seq')
  const shift = `(to_timestamp((${atMs}) / 1000.0) - b.began_at)`
  const expressions = columns.map(({ name, type }) => {
    const moved = type === 'timestamptz' ? `t."${name}" + ${shift}` : `t."${name}"`
    return values[name] ?? moved
  })
  const began = rows.find(({ name }) => ['created_at', 'at', 'added_at', 'uploaded_at'].includes(name))
  const beganAt = began ? `(SELECT min(t."${began.name}") FROM "${table}" t WHERE ${from})` : 'now()'
  await client.query(`
    INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
    SELECT ${expressions.join(', ')}
    FROM generate_series(1, ${count}) AS i, "${table}" t, (SELECT ${beganAt} AS began_at) b WHERE ${from}`)
}
