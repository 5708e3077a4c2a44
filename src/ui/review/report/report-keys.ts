import type { KeyboardEvent } from 'react'

type Keys = { readonly sign: () => void; readonly leave: () => void; readonly undo: () => void }

/** The keys of a report that is written: sign, leave, and a step back, which inside a text field belongs to its letters. */
export function onReportKey(event: KeyboardEvent, { sign, leave, undo }: Keys): void {
  const isControl = event.ctrlKey || event.metaKey
  const isText = event.target instanceof HTMLTextAreaElement
  if (event.key === 'Enter' && isControl) sign()
  else if (event.key === 'Escape') leave()
  else if (event.code === 'KeyZ' && isControl && !event.shiftKey && !isText) undo()
  else return
  event.preventDefault()
  event.stopPropagation()
}
