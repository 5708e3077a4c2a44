/** The printed page of the rules and the rules themselves; its figures are those of the day it was printed. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LIMITS_OF_ALL, RULE_LIMITS } from '@/cli/ecg/rules/rule-limits'
import { RULES } from '@/ecg/rules/index'
import { THRESHOLD_SOURCES, THRESHOLDS_VERSION } from '@/ecg/rules/thresholds'

const PAGE = readFileSync('docs/clinical/rules.md', 'utf8')
const SOURCES = 'src/ecg/rules'

describe('docs/clinical/rules.md', () => {
  it('has every rule in its version, and no other', () => {
    expect(PAGE).toContain(`Thresholds ${THRESHOLDS_VERSION}; ${RULES.length} rules.`)
    const pages = PAGE.split(/^### /m).slice(1)
    expect(pages.map((page) => page.split(' ')[0])).toEqual(RULES.map(({ id }) => id))
    for (const [index, { version, source }] of RULES.entries()) {
      expect(pages[index]).toContain(`Version ${version}. `)
      expect(pages[index]).toContain(`Source: ${source}.`)
    }
  })

  it('has every limit at a rule that looks at it', () => {
    const listed = new Set([...LIMITS_OF_ALL, ...Object.values(RULE_LIMITS).flat()])
    expect([...listed].sort()).toEqual(Object.keys(THRESHOLD_SOURCES).sort())
    expect(Object.keys(RULE_LIMITS)).toEqual(RULES.map(({ id }) => id))
  })

  it('lists at the rules of a file what that file looks at', () => {
    const files = readdirSync(SOURCES).filter((name) => /^\w+-\d\d-.*(?<!\.test)\.ts$/.test(name))
    for (const name of files) {
      const text = readFileSync(`${SOURCES}/${name}`, 'utf8')
      const ids = [...text.matchAll(/\bid: '([A-Z\d-]+)'/g)].map(([, id]) => id ?? '')
      const listed = ids.flatMap((id): readonly string[] => RULE_LIMITS[id] ?? [])
      for (const [, limit = ''] of text.matchAll(/\bLIMIT\.(\w+)/g)) expect(listed, `${name} ${limit}`).toContain(limit)
    }
  })
})
