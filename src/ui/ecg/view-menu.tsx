'use client'
import { Check, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { Button } from '../kit/button'
import { Kbd } from '../kit/kbd'
import { PopoverPanel } from '../kit/popover-panel'

export type ViewItem = {
  readonly id: 'marks' | 'beat' | 'putBack' | 'compare' | 'fullScreen'
  readonly isOn: boolean
  readonly key: string | null
  readonly onPress: () => void
}

/** What else is shown on and under the trace, each with its key. */
export function ViewMenu({ items }: { readonly items: readonly ViewItem[] }) {
  const t = useTranslations('trace.view')
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="sm" className="max-md:min-h-tap max-md:px-2">
          {t('title')}
          <ChevronDown size={14} aria-hidden className="text-ink-3" />
        </Button>
      </Popover.Trigger>
      <PopoverPanel label={t('title')} className="w-72 gap-0.5 p-1">
        {items.map(({ id, isOn, key, onPress }) => (
          <Popover.Close asChild key={id}>
            <button
              type="button"
              aria-pressed={isOn}
              onClick={onPress}
              className="flex min-h-8 items-center gap-2 rounded-2 px-2 text-left hover:bg-surface-3 aria-pressed:font-semi max-md:min-h-tap"
            >
              <span className="w-4 flex-none">{isOn && <Check size={14} aria-hidden />}</span>
              <span className="min-w-0 flex-1">{t(id)}</span>
              {key !== null && <Kbd>{key}</Kbd>}
            </button>
          </Popover.Close>
        ))}
      </PopoverPanel>
    </Popover.Root>
  )
}
