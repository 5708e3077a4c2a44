import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/messages/en'
import { AUDIT_ACTIONS } from './audit-actions'

describe('the actions of the audit list', () => {
  it.each(Object.entries(AUDIT_ACTIONS))('have a word each: %s', (subject, actions) => {
    const words: Readonly<Record<string, Readonly<Record<string, string>>>> = en.audit.actions
    expect(Object.keys(words[subject] ?? {}).toSorted()).toEqual([...actions].toSorted())
  })

  it('are grouped by every subject that has a name', () => {
    expect(Object.keys(AUDIT_ACTIONS).toSorted()).toEqual(Object.keys(en.audit.subjects).toSorted())
  })
})
