'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Where alarms stand: at the foot of the window, above everything, so that nothing on the page moves when one comes.
 * Its height is the token `--dock`; bars that stick to the foot stand on it (`bottom-dock`).
 */
export function Dock({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const dock = ref.current
    if (dock === null) return
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--dock', `${dock.offsetHeight}px`)
    })
    observer.observe(dock)
    return () => {
      observer.disconnect()
      document.documentElement.style.setProperty('--dock', '0px')
    }
  }, [])
  return (
    <div ref={ref} className="fixed inset-x-0 bottom-0 z-30">
      {children}
    </div>
  )
}
