'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { IconButton } from '../kit/button'
import { MENU, MENU_ITEM } from './menu-look'

const CHOICES = [
  { value: 'light', Icon: Sun },
  { value: 'dark', Icon: Moon },
  { value: 'system', Icon: Monitor },
] as const
export type ThemeChoice = (typeof CHOICES)[number]['value']
const YEAR_S = 31_536_000

/** Light, dark or like the system; kept in a cookie so that the server paints it at once. */
export function ThemeMenu({ choice }: { readonly choice: ThemeChoice }) {
  const t = useTranslations('shell.theme')
  const [chosen, setChosen] = useState<ThemeChoice>(choice)
  const choose = (value: string) => {
    const next = CHOICES.find((each) => each.value === value)?.value ?? 'system'
    setChosen(next)
    applyTheme(next)
  }
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('label')} className="max-md:hidden">
          <Sun size={16} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          <ThemeItems chosen={chosen} onChoose={choose} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function ThemeItems({
  chosen,
  onChoose,
}: {
  readonly chosen: ThemeChoice
  readonly onChoose: (value: string) => void
}) {
  const t = useTranslations('shell.theme')
  return (
    <DropdownMenu.RadioGroup value={chosen} onValueChange={onChoose}>
      {CHOICES.map(({ value, Icon }) => (
        <DropdownMenu.RadioItem key={value} value={value} className={MENU_ITEM}>
          <Icon size={16} aria-hidden="true" />
          {t(value)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

function applyTheme(choice: ThemeChoice): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `theme=${choice}; path=/; max-age=${YEAR_S}; samesite=lax`
  const root = document.documentElement
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.themeChoice = choice
  root.dataset.theme = isDark ? 'dark' : 'light'
}
