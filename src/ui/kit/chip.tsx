import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { TONE_CLASS, type Tone } from './tone'

/** A short fact: neutral, outlined, or in a tone when it says something about urgency or state. */
export function Chip({
  tone,
  isOutlined = false,
  children,
}: {
  readonly tone?: Tone | undefined
  readonly isOutlined?: boolean
  readonly children: ReactNode
}) {
  const look = tone
    ? `${TONE_CLASS[tone]} border-tone-line bg-tone-soft text-tone-ink`
    : isOutlined
      ? 'border-line text-ink-2'
      : 'border-transparent bg-surface-3 text-ink-2'
  return (
    <span
      className={classNames(
        'inline-flex min-h-[22px] items-center gap-1.5 rounded-1 border px-1.5 text-12 font-medium',
        look,
      )}
    >
      {children}
    </span>
  )
}
