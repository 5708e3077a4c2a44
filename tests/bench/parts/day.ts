/** The simulated day of clinical.md C5, many times, at the loads of its table. */
import { CASE_CLASSES } from '@/cases/values'
import { C5_DAY, shareInTarget, simulateDays } from '../../support/simulated-day'

const LOADS = [26, 28, 34]

export function day(days: number) {
  return LOADS.map((casesPerHour) => {
    const all = simulateDays({ ...C5_DAY, casesPerHour }, days)
    const classes = CASE_CLASSES.map((itsClass) => {
      const { waits, answers } = all[itsClass]
      return {
        class: itsClass,
        cases: waits.length,
        takenInAnswerTargetPercent: percent(shareInTarget(itsClass, waits, 'answer')),
        takenInOpenTargetPercent: percent(shareInTarget(itsClass, waits, 'open')),
        readToTheEndInAnswerTargetPercent: percent(shareInTarget(itsClass, answers, 'answer')),
        longestWaitMinutes: Math.round(waits.reduce((longest, its) => Math.max(longest, its), 0)),
      }
    })
    return { ...C5_DAY, casesPerHour, days, classes }
  })
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100
}
