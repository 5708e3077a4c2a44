/** `docs/clinical/rules.md`: every rule with its words, numbers, source and figures. Generated; nothing in it is written by hand. */
import { RULES } from '@/ecg/rules/index'
import type { Rule } from '@/ecg/rules/rule'
import { THRESHOLD_SOURCES, THRESHOLDS_VERSION, type ThresholdName, TOLERANCE } from '@/ecg/rules/thresholds'
import { table } from '../table'
import { ludbTable, suiteTable, twinSummary } from './findings-report'
import type { LudbAnswer } from './ludb-score'
import type { FindingFigures } from './measure-findings'
import { LIMITS_OF_ALL, RULE_LIMITS } from './rule-limits'
import { DEVIATION_OF_ALL, DEVIATIONS, DEVICE_NOTE, LUDB_NOTES, SUITE_NOTES } from './rule-notes'

/** Texts of findings in English, by lower-case id and key. */
export type FindingTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

export function rulesDocument(figures: FindingFigures, texts: FindingTexts): string {
  return [
    HEAD,
    `Thresholds ${THRESHOLDS_VERSION}; ${RULES.length} rules.`,
    METHOD,
    '## Figures on made ECGs',
    `${figures.seeds} of each kind, ${figures.suite.cases} judged, ${figures.suite.benignCases} of them normal or benign.`,
    suiteTable(figures.suite),
    ...listed('Missed', figures.suite.missed),
    ...listed('Met without being expected or allowed', figures.suite.falseAlarms),
    `Inferior infarct with electrodes exchanged in every way: ${figures.suite.swappedInfarctsKept} of ${figures.suite.swappedInfarcts} stay EMERGENT, ${figures.suite.swappedInfarctsUrgent} are at least URGENT. Where an arm electrode lies on a leg, III and aVF were not recorded; the exchange itself is found and a new recording asked for.`,
    `${twinSummary(figures.twins)}.`,
    ...figures.twins.wrong.map(({ name, said }) => `- ${name}: ${said}`),
    ...ludbPart(figures),
    ...devicePart(figures),
    '## Where the rules leave their source',
    [DEVIATION_OF_ALL, ...DEVIATIONS.map(({ ids, text }) => `${ids.join(', ')}: ${text}`)]
      .map((line) => `- ${line}`)
      .join('\n'),
    '## Limits of all rules',
    limitsTable(LIMITS_OF_ALL),
    '## Rules',
    ...RULES.map((rule) => ruleText(rule, texts)),
  ].join('\n\n')
}

const HEAD = `# Rules
Printed by \`npm run --silent ecg -- findings --document\`. A finding is never a diagnosis: it orders the queue and helps the eye. No finding does not mean healthy; "not assessable" is said with its reason. The numbers of every finding are shown with it.`

const METHOD = `## Method
- Made ECGs: every morphology and rhythm of the generator, and normal ECGs at every level of noise. Each says which findings must be met and which may be; anything else that is met is a false alarm. Borderline counts as missed.
- Twins: pairs on either side of a threshold, free of noise. Beyond the tolerance of the measurement (J ± 30 µV, QRS ± 8 ms, QTc ± 15 ms, rate ± 3, pause ± 0.1 s) a finding is met above and never below; within it "met" and "borderline" are both right and "not met" is wrong.
- LUDB: the diagnoses of its two cardiologists, from the ECG alone. Our class is that of the findings, without the words of a device.
- Devices: what the interpretation of the recording's own device says, where a recording lies beside the project.
- Borderline: short of a limit by no more than ${TOLERANCE.jUv} µV, ${TOLERANCE.intervalMs} ms or ${TOLERANCE.heartRateBpm} beats a minute.`

function ludbPart({ ludb }: FindingFigures): string[] {
  if (!ludb) return []
  return ['## LUDB', `${ludb.records} records.`, ludbTable(ludb.answers), ...ludb.answers.flatMap(ludbMisses)]
}

function ludbMisses({ question, missed, wrong }: LudbAnswer): string[] {
  if (missed.length + wrong.length === 0) return []
  const lines = [
    ...missed.map(({ record, said }) => lineOf(record, 'missed', said)),
    ...wrong.map(({ record, said }) => lineOf(record, 'found', said)),
  ]
  return [`**${question}.** ${LUDB_NOTES[question] ?? 'Not explained.'}`, lines.join('\n')]
}

function lineOf(record: string, what: string, said: readonly string[]): string {
  return `- ${record}, ${what}: ${said.join(' · ')}`
}

function devicePart({ devices }: FindingFigures): string[] {
  if (devices.length === 0) return []
  const wrong = devices.filter(({ isRight }) => !isRight)
  return [
    '## Words of devices',
    `${devices.length - wrong.length} of ${devices.length} statements agree.${wrong.length > 0 ? ` ${DEVICE_NOTE}` : ''}`,
    ...wrong.map(({ recording, statement, asks }) => `- ${recording}: “${statement}”, asks ${asks}.`),
  ]
}

function listed(title: string, failures: FindingFigures['suite']['missed']): string[] {
  if (failures.length === 0) return [`${title}: none.`]
  return [
    `${title}:`,
    failures
      .map(({ id, case: name, said }) => `- ${id} in ${name}: ${said}. ${SUITE_NOTES[name] ?? 'Not explained.'}`)
      .join('\n'),
  ]
}

function ruleText(rule: Rule, texts: FindingTexts): string {
  const own = texts[rule.id.toLowerCase()] ?? {}
  const said = Object.entries(own).filter(([key]) => key !== 'title')
  return [
    `### ${rule.id} ${own.title}`,
    `Version ${rule.version}. ${rule.isForChildren ? 'All ages' : 'From 16 years'}. Source: ${rule.source}.`,
    said.map(([, text]) => `> ${inPlainWords(text)}`).join('\n>\n'),
    limitsTable(RULE_LIMITS[rule.id] ?? []),
  ].join('\n\n')
}

function limitsTable(names: readonly ThresholdName[]): string {
  return table(
    ['limit', 'value', 'source'],
    names.map((name) => {
      const [value, source] = THRESHOLD_SOURCES[name]
      const { words, unit } = named(name)
      return [words, `${value}${unit}`, source]
    }),
  )
}

const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/UvMs$/, ' µV·ms'],
  [/Uv$/, ' µV'],
  [/Ms$/, ' ms'],
  [/Bpm$/, '/min'],
  [/Deg$/, '°'],
  [/MmHg$/, ' mmHg'],
  [/Percent$/, ' %'],
  [/Years$/, ' years'],
  [/Hours$/, ' h'],
  [/C$/, ' °C'],
]

/** `stElevationV2V3ManUv`: "st elevation V2 V3 man", in µV. */
function named(name: string): { readonly words: string; readonly unit: string } {
  const [ending, unit] = UNITS.find(([pattern]) => pattern.test(name)) ?? [/$/, '']
  const words = name
    .replace(ending, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^V\d/.test(word) ? word : word.toLowerCase()))
  return { words: words.join(' '), unit }
}

/** A message without its arguments: `{leads}` and choices become an ellipsis. */
function inPlainWords(message: string): string {
  let depth = 0
  let text = ''
  for (const letter of message) {
    if (letter === '{' && depth++ === 0) text += '…'
    else if (letter === '}') depth--
    else if (depth === 0 && letter !== '{') text += letter
  }
  return text.replace(/…+/g, '…')
}
