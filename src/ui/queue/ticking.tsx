'use client'

import { span } from '@/i18n/format'
import { useNow } from '../live/now'

/** Time since an instant, ticking, in a box that does not change its width with the digits. */
export function TimeSince({ at }: { readonly at: string }) {
  return <b className="font-semi text-ink tabular-nums">{span(useNow().getTime() - Date.parse(at))}</b>
}
