/** What the rules must reach; a floor may only be raised. Percent. */
import type { FindingFigures } from './measure-findings'

const LUDB_FLOORS: readonly { readonly question: string; readonly least: number; readonly mostWrong?: number }[] = [
  { question: 'STEMI: at least URGENT', least: 100 },
  { question: 'Atrial fibrillation or flutter: named as one of them', least: 95, mostWrong: 2 },
  { question: 'Sinus rhythm without ischaemia, block or pacing: at most ROUTINE', least: 95 },
]

type Measured = Pick<FindingFigures, 'suite' | 'twins' | 'ludb'>

/** A sentence for each floor that is not reached, and nothing for a database that is absent. */
export function shortfalls({ suite, twins, ludb }: Measured): readonly string[] {
  return [
    ...suite.missed.map(({ id, case: name, said }) => `${id} is missed in ${name}: ${said}`),
    ...suite.falseAlarms.map(({ id, case: name, said }) => `${id} is a false alarm in ${name}: ${said}`),
    ...twins.wrong.map(({ name, zone, said }) => `twin ${name} (${zone}): ${said}`),
    ...LUDB_FLOORS.flatMap(({ question, least, mostWrong }) => {
      const answer = ludb?.answers.find((one) => one.question === question)
      if (!answer) return []
      const found = (100 * answer.found) / Math.max(1, answer.labelled)
      const wrong = (100 * answer.wronglyFound) / Math.max(1, answer.others)
      return [
        ...(answer.labelled > 0 && found < least
          ? [`LUDB, ${question}: ${found.toFixed(1)}, at least ${least} is asked`]
          : []),
        ...(mostWrong !== undefined && wrong > mostWrong
          ? [`LUDB, ${question}: wrongly in ${wrong.toFixed(1)}, at most ${mostWrong}`]
          : []),
      ]
    }),
  ]
}
