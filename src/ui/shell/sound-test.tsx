'use client'
import { Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeOfDay } from '@/i18n/format'
import { playTone, unlockSound } from '../live/alarm'
import { useServerClock } from '../live/now'

/** Plays the test tone and says when it was last heard. */
export function SoundTest() {
  const t = useTranslations('shell.sound')
  const clock = useServerClock()
  const [testedAt, setTestedAt] = useState<Date | null>(null)
  const test = () => {
    unlockSound()
    playTone('test')
    setTestedAt(clock.now())
  }
  const label = testedAt === null ? t('test') : t('tested', { time: timeOfDay(testedAt) })
  return (
    <button
      type="button"
      onClick={test}
      aria-label={label}
      className="inline-flex h-8 items-center gap-1.5 rounded-2 px-2 text-12 whitespace-nowrap text-ink-2 hover:bg-surface-3 hover:text-ink max-md:h-11 max-md:min-w-11 max-md:justify-center"
    >
      <Volume2 size={16} aria-hidden="true" />
      <span className="max-md:hidden">{label}</span>
    </button>
  )
}
