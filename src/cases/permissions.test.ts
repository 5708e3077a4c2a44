import { describe, expect, it } from 'vitest'
import { can, type Permission } from './permissions'
import { ROLES, type Role } from './values'

/** product.md, the roles: who may do what, written out a second time. */
const MAY: Readonly<Record<Permission, readonly Role[]>> = {
  'file.upload': ['nurse'],
  'file.read': ['nurse', 'cardiologist', 'coordinator'],
  'case.submit': ['nurse'],
  'case.read': ['nurse', 'cardiologist', 'coordinator'],
  'case.add': ['nurse', 'cardiologist'],
  'case.cancel': ['nurse', 'cardiologist', 'coordinator'],
  'case.acknowledge': ['nurse'],
  'case.close': ['nurse', 'cardiologist'],
  'case.measure': ['nurse', 'cardiologist'],
  'case.raise': ['nurse', 'cardiologist', 'coordinator'],
  'case.lower': ['cardiologist'],
  'patient.find': ['nurse', 'cardiologist'],
  'patient.change': ['nurse', 'cardiologist'],
  'queue.read': ['cardiologist', 'coordinator'],
  'case.read-ecg': ['cardiologist'],
  'report.amend': ['cardiologist', 'coordinator'],
  'case.hand-over': ['cardiologist', 'coordinator'],
  'duty.read': ['cardiologist', 'coordinator'],
  'duty.manage': ['coordinator'],
  'duty.own': ['cardiologist'],
  'ladder.read': ['coordinator', 'admin'],
  'ladder.manage': ['coordinator', 'admin'],
  'finding.review': ['cardiologist'],
  'rules.manage': ['admin'],
  'facility.manage': ['admin'],
  'people.manage': ['admin'],
  'audit.read': ['auditor', 'admin'],
  'account.own': [...ROLES],
  'events.listen': ['nurse', 'cardiologist', 'coordinator'],
}
const PERMISSIONS = Object.keys(MAY) as Permission[]

describe('permissions', () => {
  it.each(PERMISSIONS)('give %s to exactly the roles that need it', (permission) => {
    expect(ROLES.filter((role) => can(role, permission)).toSorted()).toEqual(MAY[permission].toSorted())
  })

  it.each(['admin', 'auditor'] as const)('show an %s nothing of a case or a file', (role) => {
    const clinical = PERMISSIONS.filter((permission) => /^(case|file|patient|queue|events)\./.test(permission))
    expect(clinical.filter((permission) => can(role, permission))).toEqual([])
  })
})
