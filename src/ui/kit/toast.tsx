'use client'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { Button } from './button'

type Toast = {
  readonly id: number
  readonly text: string
  readonly forMs: number
  readonly action: { readonly label: string; readonly onPress: () => void } | null
}
type ShowToast = (text: string, options?: { readonly forMs?: number; readonly action?: Toast['action'] }) => void

const ToastContext = createContext<ShowToast>(() => undefined)
const SHOWN_MS = 5_000
let lastId = 0

/** Short confirmations above the dock; one with an action ("Undo") shows how long it can still be pressed. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const show = useCallback<ShowToast>((text, options = {}) => {
    lastId += 1
    const toast = { id: lastId, text, forMs: options.forMs ?? SHOWN_MS, action: options.action ?? null }
    setToasts((before) => [...before.slice(-2), toast])
  }, [])
  const value = useMemo(() => show, [show])
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext value={value}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--dock)+16px)] z-40 grid justify-items-center gap-2 px-3"
      >
        {toasts.map((toast) => (
          <ToastBar key={toast.id} toast={toast} onEnd={drop} />
        ))}
      </div>
    </ToastContext>
  )
}

/** `show(text, { forMs, action })`. */
export function useToast(): ShowToast {
  return useContext(ToastContext)
}

function ToastBar({ toast, onEnd }: { readonly toast: Toast; readonly onEnd: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onEnd(toast.id), toast.forMs)
    return () => clearTimeout(timer)
  }, [toast, onEnd])
  const { action } = toast
  return (
    <div className="pointer-events-auto flex min-h-11 max-w-[560px] items-center gap-4 rounded-3 bg-ink px-4 py-1.5 text-surface shadow-2">
      <span>{toast.text}</span>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.onPress()
            onEnd(toast.id)
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
