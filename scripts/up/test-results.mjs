/** Counts from the runners' own JSON reports: what passed, what failed, what was skipped and by which name. */
import { existsSync, readFileSync } from 'node:fs'

/** A runner that ended without a report counts as one failure. */
const NO_REPORT = { passed: 0, failed: 1, skipped: [] }

export function vitestResults(file, exitCode) {
  if (!existsSync(file)) return NO_REPORT
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.testResults.flatMap(({ name, assertionResults, status }) =>
    assertionResults.length === 0 && status === 'failed'
      ? [{ status: 'failed', fullName: name }]
      : assertionResults.map((test) => ({ ...test, fullName: test.fullName.trim() })),
  )
  return withExitCode(exitCode, countOf(tests))
}

export function playwrightResults(file, exitCode) {
  if (!existsSync(file)) return NO_REPORT
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.suites.flatMap(specsOf).map(({ title, tests: runs }) => ({
    fullName: title,
    status: { expected: 'passed', skipped: 'skipped' }[runs[0]?.status] ?? 'failed',
  }))
  return withExitCode(exitCode, countOf(tests))
}

/** The closing lines; the last one is for programs to read. */
export function summary(results) {
  const total = results.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: [...sum.skipped, ...each.skipped],
    }),
    { passed: 0, failed: 0, skipped: [] },
  )
  const { passed, failed, skipped } = total
  const last = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
  const lines = [...skipped.map((name) => `skipped: ${name}`), last]
  return { lines, isGreen: failed === 0 && passed > 0 }
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function countOf(tests) {
  const named = (...statuses) => tests.filter((test) => statuses.includes(test.status))
  return {
    passed: named('passed').length,
    failed: named('failed').length,
    skipped: named('pending', 'skipped', 'todo', 'disabled').map((test) => test.fullName),
  }
}

/** An error outside any test (a set-up, a leaked rejection) shows only in the exit code. */
function withExitCode(exitCode, counted) {
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
