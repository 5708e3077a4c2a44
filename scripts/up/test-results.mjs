/** Counts from the runners' own JSON reports: what passed, what failed, and which sets were skipped. */
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { ROOT } from './paths.mjs'

/** A runner that ended without a report counts as one failure. */
const NO_REPORT = { passed: 0, failed: 1, skipped: [] }
const STATUS = { pending: 'skipped', todo: 'skipped', disabled: 'skipped', expected: 'passed', unexpected: 'failed' }

export function vitestResults(file, exitCode) {
  if (!existsSync(file)) return NO_REPORT
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.testResults.flatMap(({ name, assertionResults, status }) => {
    if (assertionResults.length === 0 && status === 'failed') return [{ status, set: name }]
    return assertionResults.map((test) => ({
      status: STATUS[test.status] ?? test.status,
      set: [relative(ROOT, name), ...test.ancestorTitles].join(' › '),
    }))
  })
  return withExitCode(exitCode, countOf(tests))
}

export function playwrightResults(file, exitCode) {
  if (!existsSync(file)) return NO_REPORT
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.suites.flatMap(specsOf).map(({ title, tests: runs }) => ({
    status: STATUS[runs[0]?.status] ?? runs[0]?.status,
    set: title,
  }))
  return withExitCode(exitCode, countOf(tests))
}

/** The closing lines; the last one is for programs to read. */
export function summary(results) {
  const sum = (key) => results.reduce((total, each) => total + each[key], 0)
  const [passed, failed] = [sum('passed'), sum('failed')]
  const skipped = results.flatMap((each) => each.skipped)
  const last = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
  return { lines: [...skippedSets(skipped), last], isGreen: failed === 0 && passed > 0 }
}

function skippedSets(skipped) {
  return [...new Set(skipped)].map((set) => {
    const count = skipped.filter((each) => each === set).length
    return `skipped: ${set}${count > 1 ? ` (${count} tests)` : ''}`
  })
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

/** What is neither passed nor skipped (flaky, interrupted) has failed. */
function countOf(tests) {
  const passed = tests.filter((test) => test.status === 'passed').length
  const skipped = tests.filter((test) => test.status === 'skipped').map((test) => test.set)
  return { passed, failed: tests.length - passed - skipped.length, skipped }
}

/** An error outside any test (a set-up, a leaked rejection) shows only in the exit code. */
function withExitCode(exitCode, counted) {
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
