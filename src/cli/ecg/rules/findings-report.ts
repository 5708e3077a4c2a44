/** The figures of the findings command as text: tables first, then every miss with the numbers behind it. */
import { table } from '../table'
import type { LudbAnswer, LudbFailure } from './ludb-score'
import type { FindingFigures } from './measure-findings'
import type { SuiteFigures } from './suite-score'

export function findingsReport({ seeds, suite, twins, ludb, devices }: FindingFigures): string {
  return [
    `Made ECGs, ${seeds} of each kind: ${suite.cases} judged, ${suite.benignCases} of them normal or benign`,
    suiteTable(suite),
    ...failures(
      'Missed',
      suite.missed.map(({ id, case: name, said }) => `${id} in ${name}: ${said}`),
    ),
    ...failures(
      'False alarms',
      suite.falseAlarms.map(({ id, case: name, said }) => `${id} in ${name}: ${said}`),
    ),
    `Inferior infarct with electrodes exchanged: ${suite.swappedInfarctsKept} of ${suite.swappedInfarcts} stay EMERGENT, ${suite.swappedInfarctsUrgent} are at least URGENT`,
    ...failures('Lowered', suite.keptNot),
    twinSummary(twins),
    ...failures(
      'Twins judged wrongly',
      twins.wrong.map(({ name, zone, said }) => `${name} (${zone}): ${said}`),
    ),
    ...(ludb
      ? [`LUDB, ${ludb.records} records`, ludbTable(ludb.answers), ...ludb.answers.flatMap(ludbFailures)]
      : ['LUDB: not found']),
    `Words of devices: ${devices.filter(({ isRight }) => isRight).length} of ${devices.length} agree`,
    ...failures(
      'Devices that disagree',
      devices
        .filter(({ isRight }) => !isRight)
        .map(
          ({ recording, statement, asks, said }) =>
            `${recording}: “${statement}” asks ${asks}; found: ${said.join(' | ')}`,
        ),
    ),
  ].join('\n\n')
}

export function suiteTable({ rules, cases, benignCases }: SuiteFigures): string {
  return table(
    [
      'rule',
      'must be met',
      'met',
      'borderline',
      'Se %',
      `false in ${benignCases} benign`,
      `false in ${cases - benignCases} others`,
    ],
    rules.map(({ id, expected, met, borderline, falseInBenign, falseElsewhere }) => [
      id,
      String(expected),
      String(met),
      String(borderline),
      percent(met, expected),
      String(falseInBenign),
      String(falseElsewhere),
    ]),
  )
}

export function twinSummary({ results, rightShare }: FindingFigures['twins']): string {
  const count = (zone: keyof typeof rightShare) => results.filter((result) => result.zone === zone).length
  return `Twins: above the threshold ${count('above')}, met ${rightShare.above.toFixed(0)} %; within the tolerance ${count('within')}, met or borderline ${rightShare.within.toFixed(0)} %; below ${count('below')}, not met ${rightShare.below.toFixed(0)} %`
}

export function ludbTable(answers: readonly LudbAnswer[]): string {
  return table(
    ['question', 'labelled', 'found', 'Se %', 'others', 'wrongly found', '%'],
    answers.map(({ question, labelled, found, others, wronglyFound }) => [
      question,
      String(labelled),
      String(found),
      percent(found, labelled),
      String(others),
      String(wronglyFound),
      percent(wronglyFound, others),
    ]),
  )
}

function ludbFailures({ question, missed, wrong }: LudbAnswer): readonly string[] {
  return [
    ...failures(`${question}: missed`, missed.map(recordText)),
    ...failures(`${question}: wrong`, wrong.map(recordText)),
  ]
}

function recordText({ record, diagnoses, said }: LudbFailure): string {
  return [`${record} (${diagnoses.join(', ')})`, ...said.map((one) => `    ${one}`)].join('\n')
}

function failures(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n')]
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)
}
