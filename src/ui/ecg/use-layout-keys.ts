'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { LayoutId } from '@/ecg/layout/layouts'
import { layoutOfDigit } from './viewer-settings'

type Options = {
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly onLayout: (id: LayoutId) => void
}

/**
 * `v` then a digit, or Shift and a digit, from anywhere on the page: bare digits belong to the verdict. Listens before
 * the page does, so that a digit after `v` never becomes an answer.
 */
export function useLayoutKeys(options: Options): void {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { isMenuOpen, onMenu, onLayout } = latest.current
      if (!isOurs(event, isMenuOpen)) return
      const id = layoutOfEvent(event, isMenuOpen)
      if (id !== null) {
        take(event)
        onMenu(false)
        onLayout(id)
      } else if (event.code === 'KeyV' && !event.shiftKey && !event.repeat) {
        take(event)
        onMenu(!isMenuOpen)
      }
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

function isOurs(event: KeyboardEvent, isMenuOpen: boolean): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey
  return !hasModifier && !isTyping(event.target) && (isMenuOpen || !hasDialog())
}

function layoutOfEvent({ code, shiftKey }: KeyboardEvent, isMenuOpen: boolean): LayoutId | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? ''
  return isMenuOpen || shiftKey ? layoutOfDigit(digit) : null
}

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select') !== null)
  )
}

function hasDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}
