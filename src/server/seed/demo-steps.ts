import 'server-only'
import { OUTCOMES, type Outcome } from '@/cases/values'
import { acknowledgeCase } from '../cases/acknowledge-case'
import { amendReport } from '../cases/amend-report'
import { cancelCase } from '../cases/cancel-case'
import { lockCase, type Move, moveCase } from '../cases/case-scope'
import { claimCase } from '../cases/claim-case'
import { closeCase } from '../cases/close-case'
import { giveVerdict } from '../cases/give-verdict'
import { openCase } from '../cases/open-case'
import { writeReport } from '../cases/write-report'
import type { Context } from '../context'
import type { DemoStep } from './demo-case'

const TEXT = {
  act_now:
    'Heart attack or dangerous rhythm likely. Aspirin 300 mg chewed, monitor, i.v. line, transfer to Termiz now.',
  no_emergency: 'No emergency on this ECG. Repeat it when the pain comes back.',
  repeat: 'V2 is loose: press the electrode on and record again within 20 minutes.',
} as const

const REPORT = {
  conclusion: 'DEMO report on a made-up ECG: see the trace.',
  recommendation: 'DEMO: follow the verdict; repeat the ECG in 30 minutes or at once when the pain changes.',
}

const AMENDMENT = {
  amends: 1,
  kind: 'amendment',
  grade: 'management',
  reason: 'DEMO: the earlier ECG was found.',
  conclusion: REPORT.conclusion,
  recommendation: 'DEMO: repeat the ECG in 15 minutes; call when it has changed.',
} as const

/** One verb of the life cycle by the person whose turn it is. */
export async function takeStep(nurse: Context, reader: Context, caseId: string, step: DemoStep): Promise<void> {
  if (isOutcome(step)) {
    await closeCase(nurse, caseId, { outcome: step })
    return
  }
  const steps: Readonly<Record<Exclude<DemoStep, Outcome>, () => Promise<unknown>>> = {
    claim: () => claimCase(reader, caseId, {}),
    open: () => openCase(reader, caseId, {}),
    act_now: () => giveVerdict(reader, caseId, { verdict: 'act_now', note: TEXT.act_now }),
    no_emergency: () => giveVerdict(reader, caseId, { verdict: 'no_emergency', note: TEXT.no_emergency }),
    repeat: () => giveVerdict(reader, caseId, { verdict: 'repeat', note: TEXT.repeat }),
    save: () => writeReport(reader, caseId, { ...REPORT, sign: false }),
    sign: () => writeReport(reader, caseId, { ...REPORT, sign: true }),
    understood: () => acknowledgeCase(nurse, caseId, { response: 'understood' }),
    cannot: () => acknowledgeCase(nurse, caseId, { response: 'cannot', reason: 'DEMO: the road is closed' }),
    cancel: () => cancelCase(nurse, caseId, { reason: 'test' }),
    second_opinion: () => directMove(reader, caseId, { event: 'ask_second_opinion' }),
    departure: () => directMove(nurse, caseId, { event: 'record_departure' }),
    amend: () => amendReport(reader, caseId, AMENDMENT),
  }
  await steps[step]()
}

/** States whose verbs come later stand in the table already: the demo shows them through the same guarded move. */
async function directMove(ctx: Context, caseId: string, move: Move): Promise<void> {
  await ctx.db.$transaction(async (tx) => moveCase(tx, ctx, await lockCase(tx, ctx, caseId), move))
}

function isOutcome(step: DemoStep): step is Outcome {
  return (OUTCOMES as readonly string[]).includes(step)
}
