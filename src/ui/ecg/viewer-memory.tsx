'use client'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { SCREEN_COOKIE, type ScreenScale, screenText } from './screen-scale'
import { CHOICE_COOKIE, choiceText, USUAL_CHOICE, type ViewerChoice } from './viewer-choice'

type ViewerMemory = {
  readonly choice: ViewerChoice
  readonly screen: ScreenScale | null
  readonly keepChoice: (choice: ViewerChoice) => void
  /** Null forgets what was measured. */
  readonly keepScreen: (screen: ScreenScale | null) => void
}

const Memory = createContext<ViewerMemory>({
  choice: USUAL_CHOICE,
  screen: null,
  keepChoice: () => undefined,
  keepScreen: () => undefined,
})
const YEAR_S = 31_536_000

/** What this browser remembers of the viewer; the cookies are read by the server, which draws the first trace by them. */
export function ViewerMemoryProvider({
  choice: initialChoice,
  screen: initialScreen,
  children,
}: {
  readonly choice: ViewerChoice
  readonly screen: ScreenScale | null
  readonly children: ReactNode
}) {
  const [choice, setChoice] = useState(initialChoice)
  const [screen, setScreen] = useState(initialScreen)
  const keepChoice = useCallback((next: ViewerChoice) => {
    setChoice(next)
    keep(CHOICE_COOKIE, choiceText(next))
  }, [])
  const keepScreen = useCallback((next: ScreenScale | null) => {
    setScreen(next)
    keep(SCREEN_COOKIE, next && screenText(next))
    const root = document.documentElement.style
    if (next === null) root.removeProperty('--mm')
    else root.setProperty('--mm', `${next.pxPerMm}px`)
  }, [])
  const value = useMemo(() => ({ choice, screen, keepChoice, keepScreen }), [choice, screen, keepChoice, keepScreen])
  return <Memory value={value}>{children}</Memory>
}

export function useViewerMemory(): ViewerMemory {
  return useContext(Memory)
}

function keep(name: string, text: string | null): void {
  const age = text === null ? 0 : YEAR_S
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${name}=${text ?? ''}; path=/; max-age=${age}; samesite=lax`
}
