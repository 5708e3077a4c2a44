/** Who may do what. Facility and region scope is a separate question, answered by the query that loads the row. */
import type { Role } from './values'

const GRANTS = {
  'file.upload': ['nurse'],
  'file.read': ['nurse', 'cardiologist', 'coordinator'],
  'case.submit': ['nurse'],
  'case.read': ['nurse', 'cardiologist', 'coordinator'],
  'case.add': ['nurse', 'cardiologist'],
  'case.cancel': ['nurse', 'cardiologist', 'coordinator'],
  'case.acknowledge': ['nurse'],
  'case.close': ['nurse', 'cardiologist'],
  'case.raise': ['nurse', 'cardiologist', 'coordinator'],
  'case.lower': ['cardiologist'],
  'patient.find': ['nurse', 'cardiologist'],
  'patient.change': ['nurse', 'cardiologist'],
  'queue.read': ['cardiologist', 'coordinator'],
  'case.measure': ['nurse', 'cardiologist'],
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
  'account.own': ['nurse', 'cardiologist', 'coordinator', 'admin', 'auditor'],
  'events.listen': ['nurse', 'cardiologist', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof GRANTS

export function can(role: Role, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(role)
}
