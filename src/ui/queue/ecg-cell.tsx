'use client'

import { useEffect, useRef, useState } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { TraceThumbnail } from '../ecg/trace-thumbnail'
import { EcgKind } from './ecg-kind'

/** What there is to read: a thumbnail of a waveform once its row comes near the window, else the kind in words. */
export function EcgCell({ item }: { readonly item: QueueItem }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true)
      },
      { rootMargin: '300px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Reading the samples of a case that one holds counts as opening it: a claimed row shows no trace.
  const isClaimedByMe = item.reader?.isMine === true && item.state === 'CLAIMED'
  const hasThumbnail = item.recordingId !== null && !isClaimedByMe
  return (
    <div ref={place} className={item.recordingId === null ? undefined : 'h-[58px] w-[152px]'}>
      {hasThumbnail && item.recordingId !== null && isNear ? (
        <TraceThumbnail recordingId={item.recordingId} isSynthetic={item.isDemo} />
      ) : (
        <EcgKind ecg={item.ecg} />
      )}
    </div>
  )
}
