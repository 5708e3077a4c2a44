/**
 * The statements of an ECG report as codes: AHA/ACCF/HRS 2007 part II (Mason, Hancock, Gettes, Circulation 115:1325),
 * 117 primary ones, secondary ones that interpret them, modifiers, comparison and convenience statements. Terms in
 * English, Russian and Uzbek as in clinical.md D6; Russian and Uzbek wait for review by native cardiologists.
 */
import { z } from 'zod'
import diagnosisRows from './data/diagnoses.json'
import statementRows from './data/statements.json'
import { uzbekCyrillic } from './uzbek-cyrillic'

const STATEMENT_GROUPS = [
  'overall',
  'technical',
  'sinus',
  'supraventricular',
  'sv_tachycardia',
  'ventricular',
  'v_tachycardia',
  'av_conduction',
  'intraventricular',
  'axis',
  'chambers',
  'repolarisation',
  'infarction',
  'pacemaker',
] as const
const MODIFIER_GROUPS = ['modifier', 'modifier_mi', 'modifier_rhythm', 'modifier_repolarisation'] as const
const Terms = { en: z.string().min(1), ru: z.string().min(1), uz: z.string().min(1) }

const Statement = z.strictObject({
  code: z.int(),
  group: z.enum([...STATEMENT_GROUPS, ...MODIFIER_GROUPS, 'secondary', 'comparison']),
  ...Terms,
  /** Short names by which people look for it. */
  aka: z.string().optional(),
})
export type Statement = z.infer<typeof Statement>

const Diagnosis = z.strictObject({ code: z.string().regex(/^[A-Z]\d\d(\.\d)?$/), ...Terms })
export type Diagnosis = z.infer<typeof Diagnosis>

export const STATEMENTS: readonly Statement[] = z.array(Statement).parse(statementRows)
/** Working diagnoses of cardiology, ICD-10. */
export const DIAGNOSES: readonly Diagnosis[] = z.array(Diagnosis).parse(diagnosisRows)

const BY_CODE = new Map(STATEMENTS.map((one) => [one.code, one]))

export function statementOf(code: number): Statement | null {
  return BY_CODE.get(code) ?? null
}

export function diagnosisOf(code: string): Diagnosis | null {
  return DIAGNOSES.find((one) => one.code === code) ?? null
}

/** May it stand for itself: primary and convenience statements. */
export function isPrimary({ group }: Statement): boolean {
  return (STATEMENT_GROUPS as readonly string[]).includes(group)
}

export function isModifier({ group }: Statement): boolean {
  return (MODIFIER_GROUPS as readonly string[]).includes(group)
}

/** Which groups of statements a group of modifiers belongs to; general ones belong to all. */
const MODIFIED: Readonly<Record<(typeof MODIFIER_GROUPS)[number], readonly Statement['group'][] | 'all'>> = {
  modifier: 'all',
  modifier_mi: ['infarction'],
  modifier_rhythm: ['sinus', 'supraventricular', 'sv_tachycardia', 'ventricular', 'v_tachycardia', 'pacemaker'],
  modifier_repolarisation: ['repolarisation', 'infarction'],
}

/** Does this modifier say anything about this statement? */
export function fits(modifier: Statement, statement: Statement): boolean {
  const groups = MODIFIED[modifier.group as (typeof MODIFIER_GROUPS)[number]]
  return groups === 'all' || (groups?.includes(statement.group) ?? false)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Which primary statements a secondary one may interpret (part II, table of pairings; clinical.md D1). */
const PAIRS: Readonly<Record<number, readonly number[]>> = {
  200: range(145, 147),
  201: [21, 105, 109, 120, 131, 141, ...range(145, 147)],
  202: [105, 106, 145, 146],
  203: [109, 120, 125, 128, 131, 141, 143],
  204: [147],
  205: range(145, 147),
  206: range(145, 147),
  207: [149],
  208: [147],
  209: [142],
  210: [148],
  211: [147, 148, 150],
  212: [14, 154],
  213: [82, 105, 106, 121],
  214: [124],
  215: [42, 131, ...range(145, 147)],
  220: [...range(145, 147), 151],
  221: [55, 56],
  222: [55, 56],
  223: [148, 149],
  224: [128],
  225: [22, 24, 25, 26, 37, 38],
  226: range(145, 147),
  227: range(145, 147),
  228: [80, 105, 128, 155],
  229: [109, 120, 122, 123, 125, 128, 131, 141, 143],
  230: [128, 131],
  231: [128],
}
/** Convenience statements stand for these primary ones. */
const STANDS_FOR: Readonly<Record<number, number>> = { 500: 147, 501: 145, 502: 145, 503: 142 }

export function canInterpret(secondary: number, primary: number): boolean {
  const pairs = PAIRS[secondary] ?? []
  return pairs.includes(primary) || pairs.includes(STANDS_FOR[primary] ?? 0)
}

export const TERM_LANGUAGES = ['en', 'ru', 'uz', 'uzCyrl'] as const
export type TermLanguage = (typeof TERM_LANGUAGES)[number]

export function termIn(of: Pick<Statement, 'en' | 'ru' | 'uz'>, language: TermLanguage): string {
  return language === 'uzCyrl' ? uzbekCyrillic(of.uz) : of[language]
}
