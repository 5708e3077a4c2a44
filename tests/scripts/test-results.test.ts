import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { playwrightResults, summary, vitestResults } from '../../scripts/up/test-results.mjs'

const folder = mkdtempSync(join(tmpdir(), 'yurak-results-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('vitestResults', () => {
  it('counts tests, and a file that could not be loaded as a failure', () => {
    const file = report({
      testResults: [
        { name: 'a', status: 'passed', assertionResults: [{ status: 'passed', ancestorTitles: [] }] },
        { name: 'b', status: 'failed', assertionResults: [] },
        {
          name: join(process.cwd(), 'c.test.ts'),
          status: 'passed',
          assertionResults: [{ status: 'pending', ancestorTitles: ['recordings'] }],
        },
      ],
    })
    expect(vitestResults(file, 1)).toEqual({ passed: 1, failed: 1, skipped: ['c.test.ts › recordings'] })
  })

  it('counts a run that failed outside any test', () => {
    expect(vitestResults(report({ testResults: [] }), 1)).toMatchObject({ failed: 1 })
  })

  it('counts a run without a report as a failure', () => {
    expect(vitestResults(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })
})

describe('playwrightResults', () => {
  it('counts journeys in nested suites', () => {
    const specs = [
      { title: 'sends', tests: [{ status: 'expected' }] },
      { title: 'answers', tests: [{ status: 'unexpected' }] },
      { title: 'wavers', tests: [{ status: 'flaky' }] },
    ]
    const file = report({ suites: [{ specs: [], suites: [{ specs }] }] })
    expect(playwrightResults(file, 1)).toEqual({ passed: 1, failed: 2, skipped: [] })
  })
})

describe('summary', () => {
  it('ends with the counts alone', () => {
    const { lines, isGreen } = summary([
      { passed: 3, failed: 0, skipped: [] },
      { passed: 1, failed: 0, skipped: [] },
    ])
    expect(lines).toEqual(['4 passed, 0 failed'])
    expect(isGreen).toBe(true)
  })

  it('names the sets that were skipped before the last line', () => {
    const { lines } = summary([{ passed: 1, failed: 1, skipped: ['recordings', 'photos', 'recordings'] }])
    expect(lines).toEqual(['skipped: recordings (2 tests)', 'skipped: photos', '1 passed, 1 failed, 3 skipped'])
  })

  it('is not green when nothing ran', () => {
    expect(summary([]).isGreen).toBe(false)
  })
})

function report(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}
