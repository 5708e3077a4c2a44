/** Many nurses send while processes are killed; in the end every receipt must be one whole case (security.md F1, F2, F7). */
import { randomUUID } from 'node:crypto'
import { makeCrew } from '../../support/crew'
import { examine } from './books'
import { type KillPlan, openKiller } from './killer'
import { openOutbox, type Receipt } from './outbox'
import { askAgain } from './replay'
import { servingOf } from './serving'
import { submission } from './submission'

const NURSES = 5

export type SubmissionsPlan = Omit<KillPlan, 'leading'> & { readonly submissions: number; readonly clients: number }

export async function tortureSubmissions(base: string, plan: SubmissionsPlan) {
  const run = randomUUID().slice(0, 8)
  const { nurses } = await makeCrew('1722', { nurses: NURSES, readers: 0 })
  const killer = openKiller({ ...plan, leading: 'web' }, plan.submissions, servingOf(base, nurses[0]))
  const outbox = openOutbox(base)
  const receipts: Receipt[] = []
  const refused: string[] = []
  let next = 0
  const sendMany = async () => {
    for (let index = next++; index < plan.submissions; index = next++) {
      try {
        receipts.push(await outbox.send(submission(run, index, nurses)))
        killer.progressed()
      } catch (error) {
        refused.push(`${run} ${index}: ${String(error)}`)
      }
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: plan.clients }, sendMany))
  await killer.finished()
  const seconds = (performance.now() - began) / 1000

  const { lost, duplicate, half } = await examine(run, receipts)
  const { asked, wrong } = await askAgain(base, receipts)
  const { kills, ...times } = killer.figures()
  const areKillsDone = kills.web === plan.appKills && kills.database === plan.databaseKills
  return {
    faults: [
      ...[...refused, ...lost, ...duplicate, ...half, ...wrong],
      ...(areKillsDone ? [] : [`only ${JSON.stringify(kills)} were killed`]),
    ],
    printed: {
      plan,
      receipts: receipts.length,
      ...{ lost: lost.length + refused.length, duplicate: duplicate.length, half: half.length },
      askedAgain: { asked, wrong: wrong.length },
      kills,
      seconds: Math.round(seconds),
      submissionsPerSecond: Math.round((receipts.length / seconds) * 10) / 10,
      requests: outbox.tries(),
      ...times,
    },
  }
}
