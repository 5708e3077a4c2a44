/**
 * Our findings against the diagnoses of LUDB, which two cardiologists made from the ECG alone.
 *
 * Each question says in which records something must be found and in which it must not. A record that the label leaves
 * open (flutter for fibrillation) is in neither.
 */
import type { Finding } from '@/ecg/rules/rule'
import { inWords, type Judged, judgeKnown } from './judge-known'
import type { LudbRecord } from './ludb-diagnoses'

export type LudbAnswer = {
  readonly question: string
  readonly labelled: number
  readonly found: number
  readonly others: number
  readonly wronglyFound: number
  readonly missed: readonly LudbFailure[]
  readonly wrong: readonly LudbFailure[]
}

export type LudbFailure = {
  readonly record: string
  readonly diagnoses: readonly string[]
  /** What was found at URGENT and above, and how the rules in question answered. */
  readonly said: readonly string[]
}

type Question = {
  readonly name: string
  readonly isLabelled: (record: LudbRecord) => boolean
  /** Left out on both sides. */
  readonly isOpen?: (record: LudbRecord) => boolean
  readonly isFound: (judged: Judged) => boolean
  readonly ruleIds: readonly string[]
}

const isStemi = (record: LudbRecord) => record.diagnoses.some((diagnosis) => diagnosis.startsWith('stemi'))
const has =
  (...words: readonly string[]) =>
  (record: LudbRecord) =>
    record.diagnoses.some((diagnosis) => words.some((word) => diagnosis.includes(word)))
const isPaced = has('pacemaker', 'pacing')
const isMet = (id: string) => (judged: Judged) => statusOf(judged, id) === 'met'

const LUDB_QUESTIONS: readonly Question[] = [
  {
    name: 'STEMI: at least URGENT',
    isLabelled: isStemi,
    isOpen: (record) => !isStemi(record),
    isFound: (judged) => judged.class !== 'ROUTINE',
    ruleIds: ['ISC-01', 'ISC-02', 'ISC-04', 'ISC-06', 'ISC-07'],
  },
  {
    name: 'Atrial fibrillation or flutter: named as one of them',
    isLabelled: has('atrial fibrillation', 'atrial flutter'),
    isFound: (judged) => isFibrillation(judged) || isFlutter(judged),
    ruleIds: ['RHY-07', 'RHY-08'],
  },
  {
    name: 'Atrial fibrillation: named so',
    isLabelled: has('atrial fibrillation'),
    isOpen: has('atrial flutter'),
    isFound: isFibrillation,
    ruleIds: ['RHY-07'],
  },
  {
    name: 'Atrial flutter: named so',
    isLabelled: has('atrial flutter'),
    isOpen: has('atrial fibrillation'),
    isFound: isFlutter,
    ruleIds: ['RHY-08'],
  },
  {
    name: 'Sinus rhythm without ischaemia, block or pacing: at most ROUTINE',
    isLabelled: isPlainSinus,
    isOpen: (record) => !isPlainSinus(record),
    isFound: (judged) => judged.class === 'ROUTINE',
    ruleIds: [],
  },
  {
    name: 'Pacing: recognised',
    isLabelled: isPaced,
    isFound: (judged) => judged.findings.some(({ limitations }) => limitations.includes('paced')),
    ruleIds: ['CON-01'],
  },
  blockQuestion('Complete left bundle branch block', 'complete left bundle', ['CON-01']),
  blockQuestion('Complete right bundle branch block', 'complete right bundle', ['CON-02']),
  blockQuestion('Left anterior fascicular block', 'left anterior hemiblock', ['CON-03-LAFB']),
  blockQuestion('Incomplete right bundle branch block', 'incomplete right bundle', ['CON-03-IRBBB', 'CON-02']),
  blockQuestion('First-degree AV block', 'i degree av block', ['RHY-14']),
  blockQuestion('Complete AV block', 'iii degree av', ['RHY-10']),
]

export function scoreLudb(records: readonly LudbRecord[]): readonly LudbAnswer[] {
  const judged = records.map((record) => ({ record, judged: judgeKnown(record.read(), record.context) }))
  return LUDB_QUESTIONS.map(({ name, isLabelled, isOpen, isFound, ruleIds }) => {
    const labelled = judged.filter(({ record }) => isLabelled(record))
    const others = judged.filter(({ record }) => !isLabelled(record) && !isOpen?.(record))
    const missed = labelled.filter((one) => !isFound(one.judged))
    const wrong = others.filter((one) => isFound(one.judged))
    const failureOf = (one: { readonly record: LudbRecord; readonly judged: Judged }): LudbFailure => ({
      record: one.record.name,
      diagnoses: one.record.diagnoses,
      said: one.judged.findings.filter((finding) => isTelling(finding, ruleIds)).map(inWords),
    })
    return {
      question: name,
      labelled: labelled.length,
      found: labelled.length - missed.length,
      others: others.length,
      wronglyFound: wrong.length,
      missed: missed.map(failureOf),
      wrong: wrong.map(failureOf),
    }
  })
}

/** Judged only where no pacemaker hides it; a complete block is no incomplete one. */
function blockQuestion(name: string, label: string, ruleIds: readonly string[]): Question {
  const isLabelled = (record: LudbRecord) =>
    record.diagnoses.some((diagnosis) => diagnosis.startsWith(label)) && !isPaced(record)
  return {
    name,
    isLabelled,
    isOpen: isPaced,
    isFound: (judged) => ruleIds.some((id) => isMet(id)(judged)),
    ruleIds,
  }
}

function isFibrillation(judged: Judged): boolean {
  return isMet('RHY-07')(judged)
}

function isFlutter({ findings }: Judged): boolean {
  return findings.some(({ id, status, textKey }) => id === 'RHY-08' && status === 'met' && textKey !== 'textRegular')
}

function isPlainSinus(record: LudbRecord): boolean {
  return has('sinus')(record) && !has('block', 'blockade', 'stemi', 'ischemia', 'scar')(record) && !isPaced(record)
}

function statusOf({ findings }: Judged, id: string): Finding['status'] | undefined {
  return findings.find((finding) => finding.id === id)?.status
}

function isTelling({ id, class: itsClass }: Finding, ruleIds: readonly string[]): boolean {
  return itsClass === 'EMERGENT' || itsClass === 'URGENT' || ruleIds.includes(id)
}
