/** After the run, through the application's own door: stored bytes come back, and a repeated request gets its first answer. */
import { createHash } from 'node:crypto'
import { headersOf, type Receipt } from './outbox'
import { caseBody } from './submission'

const REPLAYED = 200

/** Looks at a spread of the receipts, and at every photo, which was stored in several pieces. */
export async function askAgain(
  base: string,
  receipts: readonly Receipt[],
): Promise<{ asked: number; wrong: string[] }> {
  const step = Math.max(1, Math.floor(receipts.length / REPLAYED))
  const chosen = receipts.filter(
    ({ submission }, index) => index % step === 0 || submission.files.some((file) => file.isPicture),
  )
  const wrong: string[] = []
  for (const receipt of chosen) {
    const { submission, fileIds, body } = receipt
    const headers = { ...headersOf(submission.nurse.token, submission.key), 'content-type': 'application/json' }
    const again = await fetch(`${base}/api/v1/cases`, { method: 'POST', headers, body: caseBody(submission, fileIds) })
    if (again.status !== 201 || (await again.text()) !== body) wrong.push(`${submission.mark}: another receipt`)
    for (const [place, sent] of submission.files.entries()) {
      const authorization = `Bearer ${submission.nurse.token}`
      const stored = await fetch(`${base}/api/v1/files/${fileIds[place]}`, { headers: { authorization } })
      const sha256 = createHash('sha256')
        .update(new Uint8Array(await stored.arrayBuffer()))
        .digest('hex')
      if (sha256 !== sent.sha256) wrong.push(`${sent.name}: other bytes came back (${stored.status})`)
    }
  }
  return { asked: chosen.length, wrong }
}
