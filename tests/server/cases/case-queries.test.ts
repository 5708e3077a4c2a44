import { describe, expect, it } from 'vitest'
import { getCase, listCases } from '@/server/cases/case-queries'
import { giveVerdict } from '@/server/cases/give-verdict'
import { auditOf, caseIn, OTHER_PERSON, PERSON, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { scpFile, upload } from '../../support/files'
import { at, type Cast, makeCast, type Person } from '../../support/people'

const NOBODY_ID = '01936f6e-0000-7000-8000-000000000001'
const ids = async (cast: Cast, person: Person, query: object = {}) =>
  (await listCases(cast[person], query)).items.map((item) => item.caseId)

describe('one case', () => {
  it('shows everything to the facility that sent it, and leaves a trace', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLOSED', { clinical: { reasons: ['chest_pain'], painNow: 3 } })
      const view = await getCase(cast.nurse2, caseId)
      expect(view).toMatchObject({
        state: 'CLOSED',
        facility: { id: cast.nurse.actor.facilityId },
        centre: { id: cast.cardiologist.actor.facilityId },
        sentBy: { id: cast.nurse.actor.userId },
        patient: { familyName: PERSON.familyName, ageYears: 55, birthDate: PERSON.birthDate },
        clinical: { reasons: ['chest_pain'], painNow: 3 },
        verdict: { verdict: 'act_now', by: { id: cast.cardiologist.actor.userId } },
        acknowledgement: { response: 'understood', by: { id: cast.nurse.actor.userId } },
        outcome: { outcome: 'transferred' },
        claim: null,
        can: [],
      })
      expect(view.events.map((event) => event.type)).toEqual([
        ...['create', 'submit', 'triage', 'claim', 'open', 'recommend', 'acknowledge', 'close'],
      ])
      expect(JSON.stringify(view)).not.toContain(PERSON.pinfl)
      expect(await auditOf(tx, caseId)).toContain('case.read')
    }))

  it.each([
    ['TRIAGED', 'cardiologist', ['claim', 'addClinical', 'raiseClass', 'lowerClass', 'changePatient', 'measure']],
    ['TRIAGED', 'nurse', ['addRecording', 'cancel', 'addClinical', 'raiseClass', 'changePatient', 'measure']],
    ['TRIAGED', 'coordinator', ['raiseClass', 'handOver']],
    [
      'IN_REVIEW',
      'cardiologist',
      [
        'handOver',
        'release',
        'verdict',
        'report',
        'addClinical',
        'raiseClass',
        'lowerClass',
        'changePatient',
        'measure',
      ],
    ],
    ['IN_REVIEW', 'cardiologist2', ['addClinical', 'raiseClass', 'lowerClass', 'changePatient', 'measure']],
    [
      'RECOMMENDED',
      'cardiologist',
      ['withdraw', 'report', 'addClinical', 'raiseClass', 'lowerClass', 'changePatient', 'measure'],
    ],
    ['RECOMMENDED', 'nurse', ['acknowledge', 'addRecording', 'addClinical', 'raiseClass', 'changePatient', 'measure']],
    ['CLOSED', 'nurse', []],
  ] as const)('that is %s offers the %s: %o', (state, person, actions) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, state)
      expect((await getCase(cast[person], caseId)).can).toEqual(actions)
    }),
  )

  it('says whose it is', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      expect((await getCase(cast.cardiologist, caseId)).claim).toMatchObject({ isMine: true })
      expect((await getCase(cast.cardiologist2, caseId)).claim).toMatchObject({
        isMine: false,
        by: { id: cast.cardiologist.actor.userId },
      })
    }))

  it.each([
    ['otherNurse', 'not_found'],
    ['farCardiologist', 'not_found'],
    ['admin', 'forbidden'],
    ['auditor', 'forbidden'],
  ] as const)('is for the %s %s, and the refused look is no trace of a look', (person, code) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(getCase(cast[person], caseId))).toBe(code)
      expect(await auditOf(tx, caseId)).not.toContain('case.read')
    }),
  )

  it.each([NOBODY_ID, 'not-an-id', ''])('is not found under %j', (caseId) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      expect(await refusal(getCase(nurse, caseId))).toBe('not_found')
    }),
  )
})

describe('the list of cases', () => {
  it('shows unconfirmed answers first, then what waits, drafts, what is confirmed, and what has ended', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const closed = await caseIn(cast, 'CLOSED')
      const draft = await caseIn(cast, 'DRAFT')
      const acknowledged = await caseIn(cast, 'ACKNOWLEDGED')
      const waiting = await caseIn(cast, 'TRIAGED')
      const answered = await caseIn(cast, 'RECOMMENDED')
      expect(await ids(cast, 'nurse')).toEqual([answered, waiting, draft, acknowledged, closed])
      expect(await ids(cast, 'nurse', { show: 'open' })).toEqual([answered, waiting, acknowledged])
      expect(await ids(cast, 'nurse', { show: 'ended' })).toEqual([closed])
      expect(await ids(cast, 'nurse', { show: 'drafts' })).toEqual([draft])
    }))

  it('shows the newest first and goes on where the last page ended', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const sent: string[] = []
      for (const seconds of [0, 0, 1, 2, 3]) sent.unshift(await sendCase(at(cast.nurse, seconds)))
      const whole = await ids(cast, 'nurse')
      expect(whole.slice(0, 3)).toEqual(sent.slice(0, 3))
      const pages: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listCases>> = await listCases(cast.nurse, {
          limit: '2',
          ...(cursor ? { cursor } : {}),
        })
        pages.push(...page.items.map((item) => item.caseId))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(pages).toEqual(whole)
      expect(new Set(pages).size).toBe(5)
    }))

  it.each(['nonsense', '[0,"yesterday","x"]', '[]', '{}'])('does not know the cursor %s', (cursor) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      expect(await refusal(listCases(nurse, { cursor }))).toBe('invalid_input')
    }),
  )

  it.each([
    ['sinov', true],
    ['BEMOR SINOV', true],
    ['o‘tkir', true],
    ["O'TKIR", true],
    ['otkir', true],
    ['boshqa', false],
    ['%', false],
    ['_', false],
    ['\\', false],
    ["'; drop table patient; --", false],
  ])('is searched by name: %j finds %s', (q, isFound) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { patient: { ...PERSON, patronymic: 'Oʻtkir oʻgʻli' } })
      expect(await ids(cast, 'nurse', { q })).toEqual(isFound ? [caseId] : [])
    }),
  )

  it('is searched by number in every spelling', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      await sendCase(cast.nurse, { patient: OTHER_PERSON })
      const { number } = await getCase(cast.nurse, caseId)
      for (const q of [number, number.toLowerCase(), number.slice(6), String(Number(number.slice(6)))]) {
        expect(await ids(cast, 'nurse', { q }), q).toEqual([caseId])
      }
    }))

  it('shows a nurse the own facility and a reader the own region, without drafts', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const ours = await sendCase(cast.nurse)
      const theirs = await sendCase(at(cast.otherNurse, 1))
      const far = await sendCase(cast.farNurse)
      await caseIn(cast, 'DRAFT')
      expect(await ids(cast, 'nurse2', { show: 'open' })).toEqual([ours])
      expect(await ids(cast, 'cardiologist')).toEqual([theirs, ours])
      expect(await ids(cast, 'coordinator', { q: 'sinov' })).toEqual([theirs, ours])
      expect(await ids(cast, 'farCardiologist')).toEqual([far])
      expect(await refusal(listCases(cast.admin, {}))).toBe('forbidden')
    }))

  it('names the answer and who gave it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse, scpFile({ sex: 'female' }))
      await caseIn(cast, 'REPORTED', { fileIds: [fileId] })
      const [item] = (await listCases(cast.nurse, {})).items
      expect(item).toMatchObject({
        patientName: 'Sinov Bemor',
        pinflMasked: '3••••••••••012',
        readerName: cast.cardiologist.actor.name,
        verdict: null,
        reportSigned: true,
        hasWarnings: true,
        outcome: null,
      })
      const second = await caseIn(cast, 'IN_REVIEW')
      await giveVerdict(cast.cardiologist, second, { verdict: 'no_emergency' })
      expect((await listCases(cast.nurse, {})).items.find((one) => one.caseId === second)?.verdict).toBe('no_emergency')
    }))
})
