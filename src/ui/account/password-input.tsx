'use client'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { classNames } from '../kit/class-names'
import { Input } from '../kit/field'

/** A password that can be looked at while it is typed; pasting is allowed. */
export function PasswordInput({ className, ...rest }: ComponentProps<typeof Input>) {
  const t = useTranslations('account.password')
  const [isShown, setIsShown] = useState(false)
  return (
    <span className="relative block">
      <Input
        {...rest}
        type={isShown ? 'text' : 'password'}
        maxLength={128}
        spellCheck={false}
        autoCapitalize="none"
        className={classNames('pr-20', className)}
      />
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute inset-y-1 right-1 min-w-14 rounded-1 px-2.5 text-13 font-medium text-accent hover:bg-surface-3"
      >
        {isShown ? t('hide') : t('show')}
      </button>
    </span>
  )
}
