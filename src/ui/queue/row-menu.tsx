'use client'

import { CircleHelp, Ellipsis, Eye, Hand, UserRoundCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { Kbd } from '../kit/kbd'
import { MENU, MENU_ITEM } from '../shell/menu-look'
import type { RowActions } from './row-action'

const TRIGGER =
  'inline-grid size-7 flex-none place-items-center rounded-2 text-ink-3 hover:bg-surface-3 hover:text-ink data-[state=open]:bg-surface-3 max-md:size-12 max-md:border max-md:border-line'

type Props = { readonly item: QueueItem; readonly actions: RowActions }

/** What can be done with a row besides its one button. Scrolling draws many rows: the menu itself comes with the press. */
export function RowMenu({ item, actions }: Props) {
  const t = useTranslations('queue.menu')
  const [isWanted, setIsWanted] = useState(false)
  const label = t('label', { number: item.number })
  if (isWanted) return <Menu item={item} actions={actions} label={label} />
  return (
    <button type="button" aria-label={label} aria-haspopup="menu" className={TRIGGER} onClick={() => setIsWanted(true)}>
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  )
}

function Menu({ item, actions, label }: Props & { readonly label: string }) {
  const t = useTranslations('queue.menu')
  const canHandOver = actions.canAssign || item.reader?.isMine === true
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger aria-label={label} className={TRIGGER}>
        <Ellipsis size={16} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => actions.why(item)}>
            <CircleHelp size={16} aria-hidden="true" />
            <span className="flex-1">{t('why')}</span>
            <Kbd>W</Kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => actions.open(item)}>
            <Eye size={16} aria-hidden="true" />
            <span className="flex-1">{t('look')}</span>
            <Kbd>O</Kbd>
          </DropdownMenu.Item>
          {actions.canClaim && item.reader === null && (
            <DropdownMenu.Item className={MENU_ITEM} onSelect={() => actions.claim(item)}>
              <Hand size={16} aria-hidden="true" />
              <span className="flex-1">{t('claim')}</span>
              <Kbd>C</Kbd>
            </DropdownMenu.Item>
          )}
          {canHandOver && (
            <DropdownMenu.Item className={MENU_ITEM} onSelect={() => actions.handOver(item)}>
              <UserRoundCheck size={16} aria-hidden="true" />
              <span className="flex-1">{t(actions.canAssign ? 'assign' : 'handOver')}</span>
              <Kbd>H</Kbd>
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
