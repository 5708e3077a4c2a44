import { describe, expect, it } from 'vitest'
import { CASE_EVENTS } from '@/cases/case-state'
import { en } from '@/i18n/messages/en'
import { AUDIT_SUBJECTS } from './audit-filters'

describe('the words of the audit list', () => {
  it('name every event of a case', () => {
    expect(Object.keys(en.audit.actions.case)).toEqual(expect.arrayContaining([...CASE_EVENTS]))
  })

  it('name every subject, and offer each as a filter', () => {
    expect(Object.keys(en.audit.actions).toSorted()).toEqual([...AUDIT_SUBJECTS].toSorted())
    expect(Object.keys(en.audit.subjects).toSorted()).toEqual([...AUDIT_SUBJECTS].toSorted())
  })
})
