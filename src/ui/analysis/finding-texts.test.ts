import { describe, expect, it } from 'vitest'
import { RULES } from '@/ecg/rules/index'
import { judgeRecording } from '@/ecg/rules/judge'
import { both, LBBB, MAN_OF_55, makeAnalysis, PAIN_NOW, RBBB, withSt } from '@/ecg/rules/testing/make-analysis'
import { en } from '@/i18n/messages/en'

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = en.finding
const STEMI = { leads: withSt({ V2: 400, V3: 400, V4: 400 }) }

describe('the words of findings', () => {
  it('are there for every rule', () => {
    for (const { id } of RULES) expect(TEXTS[id.toLowerCase()]?.title, id).toBeTruthy()
  })

  it('are there for everything that the rules say', () => {
    const patches = [
      {},
      STEMI,
      LBBB,
      RBBB,
      both(LBBB, STEMI),
      { leads: { V2: null } },
      { analysis: { representative: null } },
    ]
    const judged = patches
      .flatMap((patch) => [PAIN_NOW, {}].map((known) => ({ patch, context: { ...MAN_OF_55, ...known } })))
      .flatMap(({ patch, context }) => judgeRecording(makeAnalysis(patch), context).findings)
    for (const { id, status, textKey, evidence, limitations } of judged) {
      const isFound = status === 'met' || status === 'borderline'
      if (isFound) expect(TEXTS[id.toLowerCase()]?.[textKey], `${id} ${textKey}`).toBeTruthy()
      for (const { name } of evidence) expect(TEXTS.quantity?.[name], name).toBeTruthy()
      for (const limitation of limitations) expect(TEXTS.limitation?.[limitation], limitation).toBeTruthy()
    }
  })
})
