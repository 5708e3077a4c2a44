'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './button'

/** A question that must be answered before going on. `footer` holds its buttons, the safe one first. */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  footer,
  isWide = false,
  children,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly footer?: ReactNode
  readonly isWide?: boolean
  readonly children?: ReactNode
}) {
  const t = useTranslations('common')
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(9_13_15/.5)]" />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={`fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full overflow-auto rounded-t-3 border border-line bg-surface shadow-3 md:bottom-auto md:top-[8vh] md:max-h-[84vh] md:rounded-3 ${isWide ? 'md:w-[720px]' : 'md:w-[480px]'}`}
        >
          <div className="flex items-start justify-between gap-3 px-4 pt-3">
            <RadixDialog.Title className="pt-1.5 text-16 font-semi">{title}</RadixDialog.Title>
            <IconButton label={t('close')} onClick={onClose}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
          <div className="grid gap-3 px-4 pt-1 pb-4">
            {description && (
              <RadixDialog.Description className="text-13 text-ink-2">{description}</RadixDialog.Description>
            )}
            {children}
          </div>
          {footer && (
            <div className="sticky bottom-0 flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-4 py-3 max-md:[&>*]:flex-1">
              {footer}
            </div>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
