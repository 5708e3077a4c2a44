'use client'
import { useCallback, useRef, useState } from 'react'
import { useViewerMemory } from './viewer-memory'
import { type SettingsChange, USUAL_SETTINGS, type ViewerSettings } from './viewer-settings'

/** The settings of one trace. Arrangement and lead are remembered for the next one, the scale is not. */
export function useViewerSettings(startZoom: number) {
  const { choice, keepChoice } = useViewerMemory()
  const [settings, setSettings] = useState<ViewerSettings>({ ...USUAL_SETTINGS, ...choice, zoom: startZoom })
  const latest = useRef(settings)

  const change = useCallback((by: SettingsChange) => {
    latest.current = by(latest.current)
    setSettings(latest.current)
  }, [])
  /** As `change`, by the reader's own hand: it stays for the next trace. */
  const choose = useCallback(
    (by: SettingsChange) => {
      change(by)
      const { wide, narrow, lead } = latest.current
      keepChoice({ wide, narrow, lead })
    },
    [change, keepChoice],
  )
  return { settings, change, choose }
}
