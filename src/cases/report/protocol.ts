/**
 * The protocol by which recommendations are made (clinical.md C4, D3–D5): templates, doses, questions, what to avoid,
 * the minutes of reperfusion. It is data with a version and a day from which it holds; a signed report keeps the version
 * and every number that it gave. The local formulary governs; the cardiologist confirms each dose.
 */
import { z } from 'zod'
import protocolData from './data/protocol.json'

const number = z.number()
const Amount = z.strictObject({ value: number, to: number.optional(), unit: z.string() })
export type Amount = z.infer<typeof Amount>

const Dose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amounts: z.array(Amount).min(1) }),
  z.strictObject({
    kind: z.literal('per_kg'),
    perKg: number,
    perKgTo: number.optional(),
    unit: z.string(),
    /** The most that is given, in the same unit. */
    cap: number.optional(),
    /** Rounded down to a multiple of it. */
    step: number,
    /** `h` for an infusion, `12 h` for a dose that comes back. */
    per: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.strictObject({ belowKg: number.nullable(), amounts: z.array(Amount).min(1) })),
  }),
  z.strictObject({ kind: z.literal('none'), why: z.enum(['no_bolus_from_75', 'crcl_below_15', 'crcl_below_20']) }),
])
export type Dose = z.infer<typeof Dose>

const DoseRule = z.strictObject({
  id: z.string(),
  drug: z.string(),
  route: z.string(),
  /** The first one that holds counts. */
  variants: z.array(
    z.strictObject({
      when: z.strictObject({ ageFrom: number.optional(), crClBelow: number.optional() }),
      dose: Dose,
    }),
  ),
  note: z.string().optional(),
  source: z.string(),
})
export type DoseRule = z.infer<typeof DoseRule>

const Param = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    id: z.string(),
    label: z.string(),
    initial: z.string(),
    options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('number'),
    id: z.string(),
    label: z.string(),
    initial: z.string(),
    low: number,
    high: number,
    unit: z.string(),
  }),
  z.strictObject({ kind: z.literal('text'), id: z.string(), label: z.string(), initial: z.string() }),
])
export type Param = z.infer<typeof Param>

const Template = z.strictObject({
  id: z.string().regex(/^R\d\d$/),
  en: z.string(),
  ru: z.string(),
  uz: z.string(),
  aka: z.string().optional(),
  /** `{param}` stands for what was chosen. */
  steps: z.array(z.string()),
  deadlineMin: z.int().nullable(),
  doses: z.array(z.strictObject({ id: z.string(), when: z.record(z.string(), z.array(z.string())).optional() })),
  params: z.array(Param),
  isEmergency: z.boolean(),
  /** Templates that cannot stand beside it. */
  excludes: z.array(z.string()),
})
export type Template = z.infer<typeof Template>

const Question = z.strictObject({ id: z.string(), kind: z.enum(['absolute', 'relative', 'ask']), text: z.string() })
export type Question = z.infer<typeof Question>

export const FACT_LIMITS = ['systolicMmHg', 'slowestBpm', 'fastestBpm', 'killipClass', 'prMs'] as const
export const FACT_FLAGS = [
  'isRightVentricular',
  'isHighGradeBlock',
  'isCoronary',
  'isLysis',
  'hasStroke',
  'hasHeartFailure',
  'isHyperkalaemia',
  'isWideTachycardia',
  'isPreExcited',
  'isTorsades',
] as const
const Condition = z.union([
  z.strictObject({ fact: z.enum(FACT_LIMITS), below: number }),
  z.strictObject({ fact: z.enum(FACT_LIMITS), above: number }),
  z.strictObject({ fact: z.enum(FACT_FLAGS), is: z.literal(true) }),
])
export type Condition = z.infer<typeof Condition>

const Protocol = z.strictObject({
  id: z.string(),
  version: z.string(),
  effectiveFrom: z.iso.date(),
  /** Outside these nothing is computed. */
  limits: z.strictObject({ weightKg: z.tuple([number, number]), ageYears: z.tuple([number, number]) }),
  doses: z.array(DoseRule),
  templates: z.array(Template),
  questions: z.array(Question),
  /** Facts of the case that forbid fibrinolysis, in words. */
  blockers: z.strictObject({ cardiogenic_shock: z.string(), onset_too_long: z.string() }),
  avoid: z.array(
    z.strictObject({ id: z.string(), text: z.string(), when: z.array(Condition), ask: z.array(z.string()) }),
  ),
  plan: z.strictObject({
    pciWithinMin: number,
    wireAfterTransferMin: number,
    doorInDoorOutMin: number,
    dispatchMin: number,
    arrivalToWireMin: z.strictObject({ direct: number, via_ed: number }),
    bolusMin: number,
    assessMin: z.tuple([number, number]),
    angiographyHours: z.tuple([number, number]),
    windowHours: number,
  }),
})
export type Protocol = z.infer<typeof Protocol>

export const PROTOCOL: Protocol = Protocol.parse(protocolData)

export const FIBRINOLYSIS = 'R02'

export function templateOf(id: string): Template | null {
  return PROTOCOL.templates.find((one) => one.id === id) ?? null
}

/** What forbids fibrinolysis, in words: a question, or a fact of the case. */
export function blockerText(id: string): string {
  const facts: Readonly<Record<string, string>> = PROTOCOL.blockers
  return PROTOCOL.questions.find((one) => one.id === id)?.text ?? facts[id] ?? id
}
