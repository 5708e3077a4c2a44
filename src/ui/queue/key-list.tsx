'use client'

import { Dialog } from '../kit/dialog'

export type KeyHelp = { readonly keys: readonly string[]; readonly text: string }

const KEY =
  'inline-grid h-[22px] min-w-[22px] place-items-center rounded-1 border border-line bg-surface-2 px-1.5 text-12 font-medium text-ink-2'

/** All keys of a page, on `?`. */
export function KeyListDialog({
  isOpen,
  onClose,
  title,
  list,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly list: readonly KeyHelp[]
}) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {list.map(({ keys, text }) => (
          <div key={text} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className={KEY}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
