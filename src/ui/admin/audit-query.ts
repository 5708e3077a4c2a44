import { AuditQuery } from '@/cases/api/inputs'
import type { AuditFilter } from './audit-filters'

const DAY_MS = 86_400_000

/** What the address says, or nothing of it where it says nonsense: an old link shows the whole list. */
export function auditFilterOf(search: Readonly<Record<string, string | string[] | undefined>>): AuditFilter {
  const text = (name: string, form: RegExp) => {
    const value = search[name]
    return typeof value === 'string' && form.test(value) ? value : ''
  }
  return {
    action: text('action', /^[a-z]{1,20}(\.[a-z_-]{1,30})?$/),
    actorId: text('actorId', /^[0-9a-f-]{36}$/),
    from: text('from', /^\d{4}-\d\d-\d\d$/),
    to: text('to', /^\d{4}-\d\d-\d\d$/),
  }
}

/** Both days are wanted whole, from midnight in Tashkent to the next one. */
export function auditQueryOf({ action, actorId, from, to }: AuditFilter): Record<string, string> {
  const query: Record<string, string> = {
    ...(action ? { action } : {}),
    ...(actorId ? { actorId } : {}),
    ...(from ? { from: midnight(from, 0) } : {}),
    ...(to ? { to: midnight(to, DAY_MS) } : {}),
  }
  return AuditQuery.safeParse(query).success ? query : {}
}

function midnight(day: string, plusMs: number): string {
  const at = Date.parse(`${day}T00:00:00+05:00`)
  return Number.isNaN(at) ? '' : new Date(at + plusMs).toISOString()
}
