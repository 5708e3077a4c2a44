'use client'
import { Coffee, KeyRound, LogOut } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { useAway } from '../duty/use-away'
import { Avatar } from '../kit/avatar'
import { MENU, MENU_ITEM } from './menu-look'
import { NAVIGATION } from './navigation'
import type { SignedInPerson } from './person'

/** Who is signed in; account and sign-out. On a phone the navigation is here too. */
export function AccountMenu({ person }: { readonly person: SignedInPerson }) {
  const t = useTranslations('shell')
  const role = useTranslations('common.role')
  const tDuty = useTranslations('duty.own')
  const away = useAway()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={t('account.menu', { name: person.name })}
        className="flex items-center gap-2 rounded-2 py-1 pr-1.5 pl-1 text-12 whitespace-nowrap hover:bg-surface-3 max-md:min-h-11 max-md:min-w-11 max-md:justify-center"
      >
        <Avatar name={person.name} isStrong />
        <span className="max-lg:hidden">
          <b>{person.name}</b> <span className="text-ink-3">{person.title ?? role(person.role)}</span>
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          <div className="px-2.5 pt-1.5 pb-2 text-12 text-ink-2">
            <b className="block text-13 text-ink">{person.name}</b>
            {person.title ?? role(person.role)}
            {person.place && <span className="block">{person.place}</span>}
          </div>
          <div className="md:hidden">
            {NAVIGATION[person.role].map(({ key, href }) => (
              <DropdownMenu.Item key={key} asChild>
                <Link href={href} className={MENU_ITEM}>
                  {t(`nav.${key}`)}
                </Link>
              </DropdownMenu.Item>
            ))}
          </div>
          {away.isAway !== null && (
            <DropdownMenu.Item className={MENU_ITEM} onSelect={away.toggle} disabled={away.isBusy}>
              <Coffee size={16} aria-hidden="true" />
              {tDuty(away.isAway ? 'back' : 'away')}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild>
            <Link href="/account" className={MENU_ITEM}>
              <KeyRound size={16} aria-hidden="true" />
              {t('account.settings')}
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => void leave()}>
            <LogOut size={16} aria-hidden="true" />
            {t('account.signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** A whole new page afterwards, so that nothing of the person stays in memory. */
async function leave(): Promise<void> {
  await signOut({ redirect: false }).catch(() => undefined)
  window.location.assign('/sign-in')
}
