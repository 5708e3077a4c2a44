'use client'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** What opens below a `Popover.Trigger`: as high as the window leaves room for. */
export function PopoverPanel({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    <Popover.Portal>
      <Popover.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        aria-label={label}
        className={classNames(
          'z-50 grid max-h-(--radix-popover-content-available-height) overflow-y-auto rounded-3 border border-line bg-surface shadow-2',
          className,
        )}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  )
}
