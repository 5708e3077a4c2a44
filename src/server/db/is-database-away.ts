import 'server-only'

/**
 * What the driver and its adapter say of a server that ends, starts, or is not there: SQLSTATE class 57P (shutdown,
 * crash, starting up) and 08 (connection), or words of their own where the line broke.
 */
const AWAY =
  /\b(57P0[123]|08\d{3}|P1001|P1017|ECONNREFUSED|ECONNRESET)\b|Can't reach database server|Server has closed the connection|Connection terminated|connection error and is not queryable|ConnectionClosed/

/** The database will be back: the same request may be sent again, and is no bug of ours. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // The same code, but it was the browser that left in the middle of its request.
  if (error.message === 'aborted') return false
  const code = 'code' in error ? String(error.code) : ''
  return AWAY.test(`${code} ${error.message}`)
}
