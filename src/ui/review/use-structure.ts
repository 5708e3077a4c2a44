'use client'

import { useCallback, useRef, useState } from 'react'
import type { ReportStructure } from '@/cases/report/structure'
import { isSame } from './report-draft'

const STEPS = 100
/** Letters that follow each other this fast are one step. */
const TYPING_MS = 1200

export type StructureEditor = {
  readonly structure: ReportStructure
  readonly change: (next: ReportStructure) => void
  readonly undo: () => void
  readonly canUndo: boolean
}

/** A report under the reader's hands, with the way back, step by step. `onChange` hears each step, also those back. */
export function useStructure(
  initial: () => ReportStructure,
  onChange: (next: ReportStructure) => void,
): StructureEditor & { readonly replace: (next: ReportStructure) => void } {
  const [structure, setStructure] = useState(initial)
  const [past, setPast] = useState<readonly ReportStructure[]>([])
  const typedAt = useRef(0)

  const change = (next: ReportStructure) => {
    if (isSame(next, structure)) return
    const isTyping = isSame(withoutText(next), withoutText(structure))
    const now = performance.now()
    const isSameStep = isTyping && now - typedAt.current < TYPING_MS
    typedAt.current = isTyping ? now : 0
    if (!isSameStep) setPast([...past.slice(-STEPS), structure])
    setStructure(next)
    onChange(next)
  }
  const undo = () => {
    const before = past.at(-1)
    if (!before) return
    typedAt.current = 0
    setPast(past.slice(0, -1))
    setStructure(before)
    onChange(before)
  }
  return { structure, change, undo, canUndo: past.length > 0, replace: useCallback((next) => setStructure(next), []) }
}

function withoutText(structure: ReportStructure): ReportStructure {
  return { ...structure, conclusionText: '', recommendationText: '' }
}
