'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { UNDO_MS } from '@/cases/deadlines'
import { Button } from '../kit/button'
import { Kbd } from '../kit/kbd'

/** Takes the verdict back while its ten seconds run; the bar in it is the time that is left. */
export function UndoButton({ untilMs, onPress }: { readonly untilMs: number; readonly onPress: () => void }) {
  const t = useTranslations('review.verdict')
  const [leftMs, setLeftMs] = useState(() => Math.max(0, untilMs - performance.now()))
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(Math.max(0, untilMs - performance.now())), 200)
    return () => clearInterval(timer)
  }, [untilMs])
  return (
    <Button onClick={onPress} className="relative min-w-40 overflow-hidden max-md:min-h-tap">
      <span>{t('undo')}</span>
      <span className="w-9 text-right text-ink-2">{t('undoLeft', { seconds: Math.ceil(leftMs / 1000) })}</span>
      <Kbd>U</Kbd>
      <span
        aria-hidden="true"
        className="absolute inset-x-0 bottom-0 h-[3px] origin-left bg-accent"
        style={{ transform: `scaleX(${leftMs / UNDO_MS})` }}
      />
    </Button>
  )
}
