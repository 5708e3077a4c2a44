'use client'
import { Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { timeOfDay } from '@/i18n/format'
import { playTone, testSound, unlockSound } from '../live/alarm'
import { useServerClock } from '../live/now'
import { useSound } from '../live/use-alarm'

/** The page looks again, without a sound, whether its sound would be heard. */
const RETEST_EVERY_MS = 60_000

/** Plays the test tone and says when sound was last found to work: the page tries it by itself when it opens. */
export function SoundTest() {
  const t = useTranslations('shell.sound')
  const clock = useServerClock()
  const sound = useSound()
  const [testedAt, setTestedAt] = useState<Date | null>(null)
  const isReady = sound === 'ready'
  useEffect(() => {
    if (!isReady) return
    const test = async (isHeard: boolean) => {
      if (await testSound(isHeard)) setTestedAt(clock.now())
    }
    void test(true)
    const timer = setInterval(() => void test(false), RETEST_EVERY_MS)
    return () => clearInterval(timer)
  }, [isReady, clock])
  const test = () => {
    unlockSound()
    playTone('test')
    void testSound(false).then((isRunning) => isRunning && setTestedAt(clock.now()))
  }
  const label = testedAt === null || !isReady ? t('test') : t('tested', { time: timeOfDay(testedAt) })
  const Icon = isReady ? Volume2 : VolumeX
  return (
    <button
      type="button"
      onClick={test}
      aria-label={label}
      className="inline-flex h-8 items-center gap-1.5 rounded-2 px-2 text-12 whitespace-nowrap text-ink-2 hover:bg-surface-3 hover:text-ink max-md:h-11 max-md:min-w-11 max-md:justify-center"
    >
      <Icon size={16} aria-hidden="true" className={isReady ? undefined : 'text-emergent-ink'} />
      <span className="max-md:hidden">{label}</span>
    </button>
  )
}
