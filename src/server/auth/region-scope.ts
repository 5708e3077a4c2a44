import 'server-only'
import type { Context } from '../context'
import { AppError } from '../errors'

/** The regions that an admin or auditor is limited to; null is the whole country. */
export function regionScope(ctx: Context): string[] | null {
  return ctx.actor.regionCodes.length === 0 ? null : [...ctx.actor.regionCodes]
}

/** A regional admin decides about places and people of the own regions, never about national ones. */
export function requireRegions(ctx: Context, regionCodes: readonly string[]): void {
  const scope = regionScope(ctx)
  if (scope === null) return
  const isWithin = regionCodes.length > 0 && regionCodes.every((code) => scope.includes(code))
  if (!isWithin) throw new AppError('forbidden', 'This is outside your regions.')
}
