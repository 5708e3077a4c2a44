'use client'

import { Activity, FileQuestion, Hourglass, Image as ImageIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'

const ICON = { waveform: Activity, picture: ImageIcon, unreadable: FileQuestion, on_its_way: Hourglass } as const

/** What kind of ECG waits: a digital one, a picture, a file that cannot be read, or none yet. */
export function EcgKind({ ecg }: { readonly ecg: QueueItem['ecg'] }) {
  const t = useTranslations('queue.row.ecg')
  const Icon = ICON[ecg]
  return (
    <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
      <Icon size={15} aria-hidden="true" className="flex-none" />
      {t(ecg)}
    </span>
  )
}
