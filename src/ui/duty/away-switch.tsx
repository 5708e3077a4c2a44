'use client'

import { UserCheck, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '../kit/class-names'
import { useAway } from './use-away'

/** In the top bar: whether others count on this reader, and the one press that changes it. */
export function AwaySwitch() {
  const t = useTranslations('duty.own')
  const { isAway, isBusy, toggle } = useAway()
  if (isAway === null) return null
  const Icon = isAway ? UserX : UserCheck
  return (
    <button
      type="button"
      onClick={toggle}
      disabled={isBusy}
      title={t(isAway ? 'backHint' : 'awayHint')}
      className={classNames(
        'inline-flex h-8 items-center gap-1.5 rounded-2 border px-2 text-12 font-medium whitespace-nowrap max-md:h-11',
        isAway
          ? 'border-quality-line bg-quality-soft text-quality-ink'
          : 'border-transparent text-ink-2 hover:bg-surface-3 hover:text-ink',
      )}
    >
      <Icon size={15} aria-hidden="true" className={isAway ? undefined : 'text-done-ink'} />
      <span className="max-sm:sr-only">{t(isAway ? 'isAway' : 'isHere')}</span>
      <span className="sr-only">, {t(isAway ? 'back' : 'away')}</span>
    </button>
  )
}
