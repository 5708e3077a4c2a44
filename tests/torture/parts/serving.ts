/** Whether the application answers a question that needs the database. */
import type { Member } from '../../support/crew'

export function servingOf(base: string, member: Member | undefined): () => Promise<boolean> {
  const headers = { authorization: `Bearer ${member?.token}` }
  return () =>
    fetch(`${base}/api/v1/account/tokens`, { headers, signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.ok,
      () => false,
    )
}
