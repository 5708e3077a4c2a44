'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { can } from '@/cases/permissions'
import { AwaySwitch } from '../duty/away-switch'
import { classNames } from '../kit/class-names'
import { AccountMenu } from './account-menu'
import { useAnswers } from './answers'
import { BrandMark } from './brand'
import { LineState } from './line-state'
import { currentItem, NAVIGATION } from './navigation'
import type { SignedInPerson } from './person'
import { SoundTest } from './sound-test'
import { type ThemeChoice, ThemeMenu } from './theme-menu'

/** 44 px: brand and place, pages of the role, the line, the sound, the theme, the person. */
export function TopBar({
  person,
  theme,
  hasLine,
}: {
  readonly person: SignedInPerson
  readonly theme: ThemeChoice
  readonly hasLine: boolean
}) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const items = NAVIGATION[person.role]
  const current = currentItem(items, usePathname())
  const { answers } = useAnswers()
  return (
    <header className="sticky top-0 z-20 flex h-topbar items-center gap-3 border-b border-line bg-surface px-3 md:gap-4">
      <Link href={items[0].href} className="flex min-w-0 items-center gap-[7px] rounded-2 max-md:min-h-11">
        <BrandMark />
        <span className="text-[15px] font-bold tracking-[-.02em]">{common('app')}</span>
        {person.place && (
          <span className="ml-1 max-w-[220px] truncate border-l border-line pl-2.5 text-12 text-ink-3 max-sm:hidden">
            {person.place}
          </span>
        )}
      </Link>
      <nav aria-label={t('main')} className="flex h-full gap-0.5 max-md:hidden">
        {items.map((item) => (
          <Link
            key={item.key}
            href={item.href}
            aria-current={item === current ? 'page' : undefined}
            className={classNames(
              'relative flex items-center gap-1.5 px-2.5 font-medium hover:text-ink',
              item === current
                ? 'text-ink after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:bg-ink'
                : 'text-ink-2',
            )}
          >
            {t(`nav.${item.key}`)}
            {item.key === 'cases' && answers.length > 0 && (
              <span className="rounded-1 bg-emergent px-1.5 text-11 font-semi text-on-emergent">{answers.length}</span>
            )}
          </Link>
        ))}
      </nav>
      <span className="flex-1" />
      {can(person.role, 'duty.own') && <AwaySwitch />}
      {hasLine && <LineState />}
      {hasLine && <SoundTest />}
      <ThemeMenu choice={theme} />
      <AccountMenu person={person} />
    </header>
  )
}
