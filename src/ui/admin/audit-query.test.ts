import { describe, expect, it } from 'vitest'
import { auditFilterOf, auditQueryOf } from './audit-query'

const NOBODY = '019a0000-0000-7000-8000-000000000001'

describe('the audit filter', () => {
  it('asks for whole days of Tashkent', () => {
    const filter = auditFilterOf({ from: '2026-11-22', to: '2026-11-22' })
    expect(auditQueryOf(filter)).toEqual({ from: '2026-11-21T19:00:00.000Z', to: '2026-11-22T19:00:00.000Z' })
  })

  it.each(['case', 'case.save_report', 'user.reset-password'])('asks for %s and a person', (action) => {
    expect(auditQueryOf(auditFilterOf({ action, actorId: NOBODY }))).toEqual({
      action,
      actorId: NOBODY,
    })
  })

  it.each([
    ['a day that is none', { from: '2026-99-99' }],
    ['an id that is none', { actorId: '------------------------------------' }],
    ['two of one', { action: ['case', 'file'] }],
    ['something else', { action: "case' OR 1=1" }],
  ])('leaves %s out', (_name, search) => {
    expect(auditQueryOf(auditFilterOf(search))).toEqual({})
  })
})
