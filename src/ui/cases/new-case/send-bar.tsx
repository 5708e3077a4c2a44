'use client'
import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Mark } from '../../kit/mark'

/** Send: red for an emergency, at the foot of the window on a phone. */
export function SendBar({
  isEmergency,
  isSending,
  isWaiting,
  problemCount,
}: {
  readonly isEmergency: boolean
  readonly isSending: boolean
  readonly isWaiting: boolean
  readonly problemCount: number
}) {
  const t = useTranslations('newCase.send')
  const isBusy = isSending || isWaiting
  const word = isWaiting ? t('waiting') : isSending ? t('sending') : isEmergency ? t('emergency') : t('normal')
  return (
    <div className="grid gap-1.5 max-md:sticky max-md:bottom-dock max-md:z-10 max-md:-mx-3 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-3 max-md:py-2">
      <p role="status" className="text-center font-medium text-emergent-ink empty:hidden">
        {problemCount > 0 && t('notYet', { count: problemCount })}
      </p>
      <Button type="submit" size="xl" isWide tone={isEmergency ? 'danger' : 'primary'} isBusy={isBusy}>
        {isEmergency && !isBusy ? <Mark tone="emergent" isInverse size={22} /> : <Send size={20} aria-hidden="true" />}
        <span className="font-bold">{word}</span>
        {isEmergency && !isBusy && <span className="text-12 font-medium tracking-[.02em]">{t('emergencyHint')}</span>}
      </Button>
      <p className="text-center text-12 text-ink-2 max-md:hidden">{t('later')}</p>
    </div>
  )
}
