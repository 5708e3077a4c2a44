/**
 * The made-up cases of the demo: nobody in them exists. Times are minutes before the seed ran.
 * `steps` says how far a case went: each word is a verb of the life cycle, done by the right person.
 */
import 'server-only'
import type { Clinical } from '@/cases/clinical'
import type { CaseClass, Outcome, Verdict } from '@/cases/values'
import type { RhythmName } from '@/ecg/synthetic/rhythms'
import type { Scenario } from '@/ecg/synthetic/scenarios'

export type DemoStep =
  | 'claim'
  | 'open'
  | Verdict
  | 'save'
  | 'sign'
  | 'understood'
  | 'cannot'
  | 'cancel'
  | 'second_opinion'
  | 'departure'
  | 'amend'
  | Outcome

export type DemoEcg = {
  readonly scenario: Scenario
  readonly rhythm?: RhythmName
  readonly class: CaseClass
  readonly finding: string | null
}

export type DemoCase = {
  readonly from: string
  readonly name: readonly [family: string, given: string] | null
  readonly sex: 'male' | 'female'
  readonly age: number
  readonly minutesAgo: number
  readonly ecg: DemoEcg | 'on_its_way' | 'unreadable' | 'draft'
  readonly isEmergency?: boolean
  readonly clinical: Clinical
  readonly steps: readonly DemoStep[]
}

const NORMAL: DemoEcg = { scenario: 'normal', class: 'ROUTINE', finding: null }
const ANTERIOR: DemoEcg = { scenario: 'anterior-stemi', class: 'EMERGENT', finding: 'stemi-anterior' }
const INFERIOR: DemoEcg = { scenario: 'inferior-stemi', class: 'EMERGENT', finding: 'stemi-inferior' }
const LATERAL: DemoEcg = { scenario: 'lateral-stemi', class: 'EMERGENT', finding: 'stemi-lateral' }
const AF: DemoEcg = {
  scenario: 'normal',
  rhythm: 'atrial-fibrillation',
  class: 'URGENT',
  finding: 'atrial-fibrillation',
}
const VT: DemoEcg = { scenario: 'vt', rhythm: 'vt', class: 'EMERGENT', finding: 'wide-qrs-tachycardia' }
const BLOCK: DemoEcg = { scenario: 'normal', rhythm: 'av-block-3', class: 'EMERGENT', finding: 'av-block-complete' }
const LBBB: DemoEcg = { scenario: 'lbbb', class: 'URGENT', finding: 'lbbb' }
const LVH: DemoEcg = { scenario: 'lvh', class: 'ROUTINE', finding: 'lvh' }
const RBBB: DemoEcg = { scenario: 'rbbb', class: 'ROUTINE', finding: 'rbbb' }
const WELLENS: DemoEcg = { scenario: 'wellens-b', class: 'URGENT', finding: 'wellens' }

const pain = (strength: number, rest: Partial<Clinical> = {}): Clinical => ({
  reasons: ['chest_pain'],
  painNow: strength,
  consciousness: 'A',
  ...rest,
})
const check = (reason: 'follow_up' | 'pre_op' | 'screening', rest: Partial<Clinical> = {}): Clinical => ({
  reasons: [reason],
  consciousness: 'A',
  ...rest,
})
const vitals = (systolicMmHg: number, diastolicMmHg: number, heartRateBpm: number, spo2Percent: number) => ({
  systolicMmHg,
  diastolicMmHg,
  heartRateBpm,
  spo2Percent,
})

const CALM = vitals(128, 80, 72, 98)
const ANSWERED = ['claim', 'open', 'act_now', 'sign'] as const
const DONE = [...ANSWERED, 'understood'] as const
const QUIET = ['claim', 'open', 'no_emergency', 'sign', 'understood', 'discharged'] as const

export const DEMO_CASES: readonly DemoCase[] = [
  // Waiting now.
  {
    from: 'jarqorgon',
    name: ['Bozorov', 'Sherzod'],
    sex: 'male',
    age: 58,
    minutesAgo: 1,
    ecg: ANTERIOR,
    isEmergency: true,
    clinical: pain(8, { ...vitals(104, 68, 92, 93), ticks: ['sweating'] }),
    steps: [],
  },
  {
    from: 'denov',
    name: ['Normatova', 'Gulchehra'],
    sex: 'female',
    age: 71,
    minutesAgo: 2,
    ecg: BLOCK,
    isEmergency: true,
    clinical: { reasons: ['syncope'], ...vitals(88, 50, 36, 95), consciousness: 'A' },
    steps: [],
  },
  {
    from: 'sherobod',
    name: ['Eshonqulov', 'Rustam'],
    sex: 'male',
    age: 64,
    minutesAgo: 6,
    ecg: AF,
    clinical: { reasons: ['dyspnoea', 'palpitations'], ...vitals(128, 82, 142, 92), consciousness: 'A' },
    steps: [],
  },
  {
    from: 'qumqorgon',
    name: ['Sattorova', 'Mohira'],
    sex: 'female',
    age: 49,
    minutesAgo: 4,
    ecg: WELLENS,
    clinical: pain(0, vitals(141, 86, 66, 98)),
    steps: [],
  },
  {
    from: 'termiz',
    name: null,
    sex: 'male',
    age: 35,
    minutesAgo: 8,
    ecg: 'unreadable',
    clinical: { reasons: ['palpitations'], ...vitals(112, 70, 118, 97), consciousness: 'A' },
    steps: [],
  },
  {
    from: 'uzun',
    name: ['Pardayev', 'Oʻktam'],
    sex: 'male',
    age: 62,
    minutesAgo: 3,
    ecg: 'on_its_way',
    clinical: pain(5, vitals(118, 74, 88, 96)),
    steps: [],
  },
  {
    from: 'boysun',
    name: ['Xidirov', 'Toʻlqin'],
    sex: 'male',
    age: 67,
    minutesAgo: 112,
    ecg: LVH,
    clinical: check('pre_op', vitals(152, 90, 70, 97)),
    steps: [],
  },
  {
    from: 'angor',
    name: ['Rajabova', 'Dilfuza'],
    sex: 'female',
    age: 36,
    minutesAgo: 58,
    ecg: NORMAL,
    clinical: check('screening', CALM),
    steps: [],
  },
  {
    from: 'muzrabot',
    name: ['Mamatov', 'Erkin'],
    sex: 'male',
    age: 44,
    minutesAgo: 41,
    ecg: RBBB,
    clinical: check('screening', CALM),
    steps: [],
  },
  {
    from: 'oltinsoy',
    name: ['Choriyeva', 'Nasiba'],
    sex: 'female',
    age: 52,
    minutesAgo: 12,
    ecg: NORMAL,
    clinical: check('follow_up', vitals(136, 84, 74, 98)),
    steps: [],
  },
  {
    from: 'jarqorgon',
    name: ['Qodirov', 'Jamshid'],
    sex: 'male',
    age: 47,
    minutesAgo: 25,
    ecg: NORMAL,
    clinical: check('pre_op', CALM),
    steps: [],
  },
  // Somebody reads them.
  {
    from: 'qiziriq',
    name: ['Xoliqov', 'Baxtiyor'],
    sex: 'male',
    age: 60,
    minutesAgo: 5,
    ecg: LBBB,
    clinical: pain(3, vitals(132, 78, 80, 95)),
    steps: ['claim'],
  },
  {
    from: 'denov',
    name: ['Abdullayeva', 'Zulfiya'],
    sex: 'female',
    age: 66,
    minutesAgo: 2,
    ecg: VT,
    isEmergency: true,
    clinical: { reasons: ['palpitations'], ...vitals(96, 60, 168, 94), consciousness: 'A' },
    steps: ['claim', 'open'],
  },
  {
    from: 'sariosiyo',
    name: ['Rahmonov', 'Ulugʻbek'],
    sex: 'male',
    age: 55,
    minutesAgo: 14,
    ecg: AF,
    clinical: { reasons: ['palpitations'], ...vitals(124, 80, 128, 97), consciousness: 'A' },
    steps: ['claim', 'open', 'second_opinion'],
  },
  {
    from: 'shorchi',
    name: ['Yoʻldoshev', 'Akmal'],
    sex: 'male',
    age: 59,
    minutesAgo: 16,
    ecg: NORMAL,
    clinical: pain(2, vitals(130, 82, 76, 97)),
    steps: ['claim', 'open', 'repeat'],
  },
  {
    from: 'jarqorgon',
    name: ['Omonova', 'Zebo'],
    sex: 'female',
    age: 55,
    minutesAgo: 18,
    ecg: NORMAL,
    clinical: pain(1, CALM),
    steps: ['claim', 'open', 'repeat'],
  },
  // Answered, not confirmed.
  {
    from: 'uzun',
    name: ['Saidov', 'Farrux'],
    sex: 'male',
    age: 61,
    minutesAgo: 7,
    ecg: INFERIOR,
    isEmergency: true,
    clinical: pain(7, vitals(110, 70, 62, 95)),
    steps: ['claim', 'open', 'act_now'],
  },
  {
    from: 'jarqorgon',
    name: ['Tursunova', 'Lola'],
    sex: 'female',
    age: 63,
    minutesAgo: 9,
    ecg: AF,
    clinical: { reasons: ['palpitations'], ...vitals(126, 78, 124, 96), consciousness: 'A' },
    steps: ['claim', 'open', 'no_emergency', 'sign'],
  },
  {
    from: 'bandixon',
    name: ['Jumayev', 'Nodir'],
    sex: 'male',
    age: 57,
    minutesAgo: 20,
    ecg: LATERAL,
    isEmergency: true,
    clinical: pain(6, vitals(122, 76, 84, 96)),
    steps: [...ANSWERED, 'amend'],
  },
  // Confirmed, under way.
  {
    from: 'jarqorgon',
    name: ['Nazarov', 'Anvar'],
    sex: 'male',
    age: 66,
    minutesAgo: 50,
    ecg: INFERIOR,
    isEmergency: true,
    clinical: pain(9, vitals(108, 66, 58, 94)),
    steps: DONE,
  },
  {
    from: 'denov',
    name: ['Karimova', 'Saodat'],
    sex: 'female',
    age: 74,
    minutesAgo: 75,
    ecg: ANTERIOR,
    isEmergency: true,
    clinical: pain(7, vitals(112, 70, 98, 92)),
    steps: [...DONE, 'departure'],
  },
  {
    from: 'sherobod',
    name: ['Ismoilov', 'Davron'],
    sex: 'male',
    age: 53,
    minutesAgo: 65,
    ecg: LBBB,
    clinical: pain(4, vitals(138, 84, 82, 96)),
    steps: ['claim', 'open', 'no_emergency', 'understood'],
  },
  {
    from: 'termiz-tuman',
    name: ['Aliyeva', 'Munira'],
    sex: 'female',
    age: 48,
    minutesAgo: 90,
    ecg: NORMAL,
    clinical: { reasons: ['dyspnoea'], ...CALM, consciousness: 'A' },
    steps: ['claim', 'open', 'no_emergency', 'sign', 'understood'],
  },
  // Ended.
  {
    from: 'jarqorgon',
    name: ['Hasanov', 'Komil'],
    sex: 'male',
    age: 59,
    minutesAgo: 300,
    ecg: ANTERIOR,
    isEmergency: true,
    clinical: pain(8, vitals(116, 72, 96, 93)),
    steps: [...DONE, 'transferred'],
  },
  {
    from: 'denov',
    name: ['Sobirova', 'Nilufar'],
    sex: 'female',
    age: 41,
    minutesAgo: 420,
    ecg: NORMAL,
    clinical: pain(1, CALM),
    steps: QUIET,
  },
  {
    from: 'jarqorgon',
    name: ['Ergasheva', 'Feruza'],
    sex: 'female',
    age: 38,
    minutesAgo: 500,
    ecg: NORMAL,
    clinical: check('screening', CALM),
    steps: QUIET,
  },
  {
    from: 'boysun',
    name: ['Toshpoʻlatov', 'Sardor'],
    sex: 'male',
    age: 70,
    minutesAgo: 700,
    ecg: BLOCK,
    isEmergency: true,
    clinical: { reasons: ['syncope'], ...vitals(92, 54, 36, 96), consciousness: 'A' },
    steps: [...DONE, 'transferred'],
  },
  {
    from: 'angor',
    name: ['Gʻaniyev', 'Bobur'],
    sex: 'male',
    age: 50,
    minutesAgo: 900,
    ecg: INFERIOR,
    isEmergency: true,
    clinical: pain(6, vitals(114, 70, 60, 96)),
    steps: [...DONE, 'lysis_success'],
  },
  {
    from: 'denov',
    name: ['Mirzayev', 'Otabek'],
    sex: 'male',
    age: 62,
    minutesAgo: 1100,
    ecg: VT,
    isEmergency: true,
    clinical: { reasons: ['palpitations'], ...vitals(100, 64, 172, 95), consciousness: 'A' },
    steps: [...DONE, 'medical_therapy'],
  },
  {
    from: 'jarqorgon',
    name: ['Xudoyberdiyeva', 'Oydin'],
    sex: 'female',
    age: 57,
    minutesAgo: 1300,
    ecg: LVH,
    clinical: check('follow_up', vitals(158, 92, 70, 97)),
    steps: QUIET,
  },
  {
    from: 'muzrabot',
    name: ['Qurbonov', 'Sanjar'],
    sex: 'male',
    age: 33,
    minutesAgo: 1450,
    ecg: NORMAL,
    clinical: check('screening', CALM),
    steps: QUIET,
  },
  {
    from: 'qumqorgon',
    name: ['Jalolova', 'Rano'],
    sex: 'female',
    age: 69,
    minutesAgo: 1700,
    ecg: AF,
    clinical: { reasons: ['palpitations'], ...vitals(118, 76, 132, 95), consciousness: 'A' },
    steps: ['claim', 'open', 'no_emergency', 'sign', 'understood', 'medical_therapy'],
  },
  {
    from: 'jarqorgon',
    name: ['Safarov', 'Dilshod'],
    sex: 'male',
    age: 45,
    minutesAgo: 2000,
    ecg: NORMAL,
    clinical: pain(2, CALM),
    steps: ['claim', 'open', 'no_emergency', 'sign', 'understood', 'not_cardiac'],
  },
  {
    from: 'shorchi',
    name: ['Berdiyev', 'Olim'],
    sex: 'male',
    age: 72,
    minutesAgo: 2300,
    ecg: ANTERIOR,
    isEmergency: true,
    clinical: pain(9, vitals(94, 60, 104, 90)),
    steps: [...DONE, 'died'],
  },
  {
    from: 'uzun',
    name: ['Nurmatova', 'Shahlo'],
    sex: 'female',
    age: 29,
    minutesAgo: 2600,
    ecg: NORMAL,
    clinical: { reasons: ['palpitations'], ...CALM, consciousness: 'A' },
    steps: ['claim', 'open', 'no_emergency', 'sign', 'understood', 'not_cardiac'],
  },
  {
    from: 'termiz',
    name: ['Usmonov', 'Jasur'],
    sex: 'male',
    age: 54,
    minutesAgo: 2900,
    ecg: LATERAL,
    isEmergency: true,
    clinical: pain(7, vitals(120, 76, 86, 95)),
    steps: [...DONE, 'pci_done'],
  },
  {
    from: 'oltinsoy',
    name: ['Shodiyeva', 'Maftuna'],
    sex: 'female',
    age: 61,
    minutesAgo: 3300,
    ecg: RBBB,
    clinical: check('pre_op', CALM),
    steps: QUIET,
  },
  // Cancelled, and not sent yet.
  {
    from: 'denov',
    name: ['Rustamov', 'Islom'],
    sex: 'male',
    age: 40,
    minutesAgo: 200,
    ecg: NORMAL,
    clinical: check('screening', CALM),
    steps: ['cancel'],
  },
  {
    from: 'jarqorgon',
    name: ['Yusupova', 'Malika'],
    sex: 'female',
    age: 65,
    minutesAgo: 340,
    ecg: NORMAL,
    clinical: check('follow_up', CALM),
    steps: ['cancel'],
  },
  {
    from: 'jarqorgon',
    name: ['Oripov', 'Zafar'],
    sex: 'male',
    age: 51,
    minutesAgo: 30,
    ecg: 'draft',
    clinical: check('pre_op', CALM),
    steps: [],
  },
]
