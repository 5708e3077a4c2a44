'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

/** A handler answers false when it did nothing, so that the browser's own meaning of the key stays. */
// biome-ignore lint/suspicious/noConfusingVoidType: handlers that always act need no return value
export type Shortcuts = Readonly<Record<string, () => boolean | void>>

/**
 * Single-key shortcuts of a page, by `event.key` in small letters; letters work in any layout through `event.code`.
 * Silent while a person types, holds a modifier or has a dialog open, and on auto-repeat.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  // Before the screen shows a key it must work: an ordinary effect runs later, and a quick press would be lost.
  useLayoutEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const handler = current.current[event.key.toLowerCase()] ?? current.current[latinKey(event)]
      if (!handler) return
      if (event.repeat && !['j', 'k'].includes(latinKey(event))) return
      if (handler() !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** A radio button or a tick holds the focus after a click, but nobody types into it. */
const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select'

/** On a Cyrillic layout the key labelled J still moves down. */
function latinKey(event: KeyboardEvent): string {
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key
}

function isTaken(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest(TYPING) !== null) return true
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return true
  // Enter and Space press the focused control, not the selected row.
  return (event.key === 'Enter' || event.key === ' ') && target.closest('button, a, summary') !== null
}
