'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { LayoutId } from '@/ecg/layout/layouts'
import { layoutOfDigit } from './viewer-settings'

type Options = {
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly onLayout: (id: LayoutId) => void
  /** More keys by place on the keyboard in small letters, with `ctrl+` and `shift+` before it; one that answers false did nothing. */
  // biome-ignore lint/suspicious/noConfusingVoidType: handlers that always act need no return value
  readonly keys: Readonly<Record<string, () => boolean | void>>
}

/**
 * The viewer's keys that work from anywhere on the page: `v` then a digit, or Shift and a digit, for a layout; bare
 * digits belong to the verdict. Listens before the page does, so that a digit after `v` never becomes an answer.
 */
export function usePageKeys(options: Options): void {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { isMenuOpen } = latest.current
      if (!isOurs(event, isMenuOpen)) return
      const handler = handlerOf(event, latest.current)
      if (handler && handler() !== false) take(event)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

type Handler = Options['keys'][string]

function handlerOf(event: KeyboardEvent, { isMenuOpen, onMenu, onLayout, keys }: Options): Handler | undefined {
  const id = layoutOfEvent(event, isMenuOpen)
  if (id !== null) {
    return () => {
      onMenu(false)
      onLayout(id)
    }
  }
  if (event.repeat) return undefined
  if (nameOf(event) === 'v') return () => onMenu(!isMenuOpen)
  return isMenuOpen ? undefined : keys[nameOf(event)]
}

/** A Mac's Command is Ctrl here. */
function nameOf({ ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'ctrl+' : ''}${shiftKey ? 'shift+' : ''}${code.replace(/^Key/, '').toLowerCase()}`
}

function isOurs(event: KeyboardEvent, isMenuOpen: boolean): boolean {
  return !event.altKey && !isTyping(event.target) && (isMenuOpen || !hasDialog())
}

function layoutOfEvent({ code, shiftKey, ctrlKey, metaKey }: KeyboardEvent, isMenuOpen: boolean): LayoutId | null {
  if (ctrlKey || metaKey) return null
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
