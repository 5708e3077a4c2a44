'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Clock } from '../kit/clock'
import { Mark } from '../kit/mark'
import { type Lane, runningTarget } from './queue-model'

/**
 * On a phone, where the emergencies are too tall to stay: while they are scrolled away a red bar under the top bar says
 * how many wait and how long the first one does, and leads back.
 */
export function EmergencyPin({ lane, section }: { readonly lane: Lane; readonly section: HTMLElement | null }) {
  const t = useTranslations('queue.pin')
  const [isAway, setIsAway] = useState(false)
  useEffect(() => {
    if (section === null) return
    const observer = new IntersectionObserver(([entry]) => setIsAway(entry !== undefined && !entry.isIntersecting), {
      rootMargin: '-92px 0px 0px 0px',
    })
    observer.observe(section)
    return () => observer.disconnect()
  }, [section])
  const free = lane.rows.filter(({ item, isGone }) => !isGone && item.reader === null)
  const first = (free[0] ?? lane.rows[0])?.item
  if (!isAway || first === undefined) return null
  return (
    <button
      type="button"
      onClick={() => section?.scrollIntoView({ block: 'start' })}
      className="tone-emergent fixed inset-x-0 top-topbar z-20 flex min-h-tap items-center gap-3 border-b border-tone-line bg-tone-soft px-3 text-left md:hidden"
    >
      <Mark tone="emergent" size={22} />
      <b className="flex-1 text-14 text-tone-ink">{t('text', { count: lane.rows.length })}</b>
      <Clock since={first.submittedAt} dueAt={runningTarget(first).dueAt} size="sm" />
    </button>
  )
}
