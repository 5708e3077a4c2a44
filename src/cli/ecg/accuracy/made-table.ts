/** What was measured on made ECGs beside what clinical.md A6 and F5 ask for. */
import { table } from '../table'
import type { Interval, MadeAccuracy, SwapFigures } from './made-score'

const NAMES: Readonly<Record<Interval, string>> = { pMs: 'P', prMs: 'PR', qrsMs: 'QRS', qtMs: 'QT' }
/** IEC 60601-2-25, calibration and analytical ECGs: largest mean and SD. */
export const INTERVAL_LIMITS: Readonly<Record<Interval, readonly [number, number]>> = {
  pMs: [10, 8],
  prMs: [10, 8],
  qrsMs: [6, 5],
  qtMs: [12, 10],
}

export function madeTable({ seeds, intervals, j, swaps, unswapped, falselySuspected }: MadeAccuracy): string {
  return [
    `Intervals: synthetic ECGs, every morphology, ${seeds} of each, ours less the truth`,
    table(
      ['interval', 'count', 'mean ms', 'must', 'SD ms', 'must'],
      intervals.map(({ interval, count, meanMs, sdMs }) => {
        const [mostMean, mostSd] = INTERVAL_LIMITS[interval]
        const mean = `${meanMs < 0 ? '−' : '+'}${Math.abs(meanMs).toFixed(1)}`
        return [NAMES[interval], String(count), mean, `±${mostMean}`, sdMs.toFixed(1), String(mostSd)]
      }),
    ),
    `J within 25 µV of the truth: ${j.within} of ${j.count} leads (${percent(j.within, j.count)} %).`,
    `Exchanged electrodes: synthetic ECGs, suspected at any confidence`,
    table(
      ['exchange', 'suite F5', 'of', '%', 'every morphology', 'of', '%', 'missed in'],
      swaps.map((figures) => [
        figures.swap,
        String(figures.suspectedOfSuite),
        String(figures.madeOfSuite),
        percent(figures.suspectedOfSuite, figures.madeOfSuite),
        String(figures.suspected),
        String(figures.made),
        percent(figures.suspected, figures.made),
        missedIn(figures),
      ]),
    ),
    `Suspected without an exchange: ${falselySuspected.length} of ${unswapped} (${percent(falselySuspected.length, unswapped)} %)${falselySuspected.length > 0 ? `: ${falselySuspected.join(', ')}` : ''}. Must: suite at least 99 %, false at most 0.5 %.`,
  ].join('\n\n')
}

function missedIn({ missedIn: missed }: SwapFigures): string {
  return (
    Object.entries(missed)
      .map(([scenario, count]) => `${scenario} ${count}`)
      .join(', ') || '–'
  )
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
