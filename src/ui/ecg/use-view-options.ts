'use client'
import { type RefObject, useEffect, useState } from 'react'
import type { SwapView } from '@/cases/api/assessment-views'
import type { ViewItem } from './view-menu'

type Options = {
  readonly viewer: RefObject<HTMLElement | null>
  readonly isAnalysed: boolean
  readonly canCompare: boolean
  /** Null where no electrodes seem swapped, and where nothing could put them back. */
  readonly swap: SwapView | null
}

const PUT_BACK_KINDS = ['LA-RA', 'LA-LL', 'RA-LL', 'chest-order']

/** What else is shown: marks, usual beat, electrodes put back, another ECG, the whole screen; with the keys for it. */
export function useViewOptions({ viewer, isAnalysed, canCompare, swap }: Options) {
  const [shown, setShown] = useState({ marks: false, beat: false, putBack: false, compare: false })
  const isFullScreen = useIsFullScreen(viewer)
  const toggle = (id: keyof typeof shown) => setShown((before) => ({ ...before, [id]: !before[id] }))
  const toggleFullScreen = () => {
    // Where the browser has none (an iPhone), nothing happens.
    if (document.fullscreenElement) void document.exitFullscreen()
    else void viewer.current?.requestFullscreen?.().catch(() => undefined)
  }
  const item = (id: keyof typeof shown, key: string | null): ViewItem => ({
    id,
    key,
    isOn: shown[id],
    onPress: () => toggle(id),
  })
  const canPutBack = swap !== null && PUT_BACK_KINDS.includes(swap.kind)
  const items: readonly ViewItem[] = [
    ...(isAnalysed ? [item('marks', 'K'), item('beat', 'B')] : []),
    ...(canPutBack ? [item('putBack', null)] : []),
    ...(canCompare ? [item('compare', 'X')] : []),
    { id: 'fullScreen', key: 'W', isOn: isFullScreen, onPress: toggleFullScreen },
  ]
  const keys = {
    k: () => (isAnalysed ? toggle('marks') : false),
    b: () => (isAnalysed ? toggle('beat') : false),
    x: () => (canCompare ? toggle('compare') : false),
    w: toggleFullScreen,
  } as const
  return { shown: { ...shown, putBack: shown.putBack && canPutBack }, items, keys }
}

function useIsFullScreen(viewer: RefObject<HTMLElement | null>): boolean {
  const [isFull, setIsFull] = useState(false)
  useEffect(() => {
    const onChange = () => setIsFull(document.fullscreenElement === viewer.current && viewer.current !== null)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [viewer])
  return isFull
}
