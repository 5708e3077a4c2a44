import { CASE_EVENTS } from '@/cases/case-state'

/** What the trail records, by subject: the choices of the filter. A test holds it against the texts. */
export const AUDIT_ACTIONS = {
  case: ['read', 'save-draft', 'request-cancel', 'analyse', 'escalate', ...CASE_EVENTS],
  recording: ['read', 'export', 'prepare'],
  file: ['upload', 'describe', 'read'],
  upload: ['begin', 'part', 'complete', 'refuse'],
  patient: ['find'],
  session: ['open', 'revoke', 'confirm'],
  account: ['change-password', 'set-password', 'favourite'],
  token: ['create', 'issue', 'revoke'],
  user: ['invite', 'change', 'activate', 'deactivate', 'reset-password'],
  facility: ['create', 'change', 'activate', 'deactivate'],
  report: ['keep-draft', 'ask-override', 'answer-override', 'confirm'],
  duty: ['set', 'away'],
  ladder: ['set'],
  finding: ['review'],
  caliper: ['set', 'remove'],
  rule: ['switch'],
  audit: ['read'],
} as const
