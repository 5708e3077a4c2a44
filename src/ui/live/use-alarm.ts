'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { playTone, type SoundState, soundState, subscribeSound, type Tone, unlockSound } from './alarm'

const RING_EVERY_MS = 4_000
const TITLE_EVERY_MS = 1_000

/** Rings again and again while `isOn`. */
export function useRinging(isOn: boolean, tone: Tone): void {
  useEffect(() => {
    if (!isOn) return
    playTone(tone)
    const timer = setInterval(() => playTone(tone), RING_EVERY_MS)
    return () => clearInterval(timer)
  }, [isOn, tone])
}

/**
 * The title of the window alternates between the page's own and this one, and its icon carries a red badge; null leaves
 * both alone.
 */
export function useAlarmTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return
    let own = document.title
    document.title = title
    showIcon(ALARM_ICON)
    const timer = setInterval(() => {
      if (document.title !== title) own = document.title
      document.title = document.title === title ? own : title
      // A change of page brings its own icon along.
      showIcon(ALARM_ICON)
    }, TITLE_EVERY_MS)
    return () => {
      clearInterval(timer)
      showIcon(OWN_ICON)
      if (document.title === title) document.title = own
    }
  }, [title])
}

const OWN_ICON = '/icon.svg'
const ALARM_ICON = '/icon-alarm.svg'

function showIcon(href: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]'))
    if (link.getAttribute('href') !== href) link.setAttribute('href', href)
}

/** Whether the page may sound. Every click and key press tries to unlock it. */
export function useSound(): SoundState {
  useEffect(() => {
    document.addEventListener('click', unlockSound)
    document.addEventListener('keydown', unlockSound)
    return () => {
      document.removeEventListener('click', unlockSound)
      document.removeEventListener('keydown', unlockSound)
    }
  }, [])
  return useSyncExternalStore(subscribeSound, soundState, () => 'ready')
}
