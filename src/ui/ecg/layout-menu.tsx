'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { useId } from 'react'
import { LAYOUT_IDS, type LayoutId } from '@/ecg/layout/layouts'
import { LEAD_NAMES, type LeadName } from '@/ecg/types'
import { classNames } from '../kit/class-names'
import { Select } from '../kit/field'
import { Kbd } from '../kit/kbd'
import { PopoverPanel } from '../kit/popover-panel'
import { digitOfLayout, type SettingsChange, withLead } from './viewer-settings'

type Props = {
  readonly chosen: LayoutId
  readonly isInTabs: boolean
  readonly lead: LeadName
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onLayout: (id: LayoutId) => void
  readonly onChange: (change: SettingsChange) => void
}

/** Every arrangement with its digit. `v` opens it, a digit or a press chooses and closes. */
export function LayoutMenu({ chosen, isInTabs, lead, isOpen, onOpen, onLayout, onChange }: Props) {
  const t = useTranslations('trace')
  const leadId = useId()
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpen}>
      <Popover.Trigger
        aria-keyshortcuts="v"
        className={classNames(
          'inline-flex min-h-[26px] items-center gap-1.5 rounded-1 border px-2 text-12 font-medium whitespace-nowrap max-md:min-h-tap max-md:text-13',
          isInTabs ? 'border-line text-ink-2' : 'border-line-strong font-semi text-ink',
        )}
      >
        {isInTabs ? t('moreLayouts') : t(`layout.${chosen}.short`)}
        {chosen === 'single' && ` ${lead}`}
        <ChevronDown size={14} aria-hidden className="text-ink-3" />
      </Popover.Trigger>
      <PopoverPanel label={t('layoutChoice')} className="w-72 gap-0.5 p-1">
        {LAYOUT_IDS.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen}
            onClick={() => {
              onLayout(id)
              if (id !== 'single') onOpen(false)
            }}
            className="flex min-h-8 items-center gap-2 rounded-2 px-2 text-left hover:bg-surface-3 aria-pressed:bg-surface-3 aria-pressed:font-semi max-md:min-h-tap"
          >
            <span className="w-16 flex-none font-medium">{t(`layout.${id}.short`)}</span>
            <span className="min-w-0 flex-1 text-12 text-ink-2">{t(`layout.${id}.about`)}</span>
            <Digit id={id} />
          </button>
        ))}
        {chosen === 'single' && (
          <div className="flex items-center gap-2 border-t border-line px-2 py-1.5">
            <label htmlFor={leadId} className="text-12 text-ink-2">
              {t('lead')}
            </label>
            <Select
              id={leadId}
              value={lead}
              onChange={(event) => {
                const wanted = LEAD_NAMES.find((name) => name === event.target.value)
                if (wanted) onChange(withLead(wanted))
              }}
            >
              {LEAD_NAMES.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </div>
        )}
      </PopoverPanel>
    </Popover.Root>
  )
}

function Digit({ id }: { readonly id: LayoutId }) {
  const digit = digitOfLayout(id)
  return digit === null ? null : <Kbd>{digit}</Kbd>
}
