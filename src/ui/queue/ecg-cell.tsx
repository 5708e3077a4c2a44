'use client'

import type { QueueItem } from '@/cases/api/views'
import { EcgKind } from './ecg-kind'

/** What there is to read. */
export function EcgCell({ item }: { readonly item: QueueItem }) {
  return <EcgKind ecg={item.ecg} />
}
