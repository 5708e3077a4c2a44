'use client'

import { useCallback, useEffect, useState } from 'react'
import { keep, stored } from '../kit/use-preference'

/** The note that goes with the verdict: kept in this browser from the first letter until the verdict is delivered. */
export function useNote(owner: string): readonly [string, (note: string) => void] {
  const key = `yurak.note.${owner}`
  const [note, setNote] = useState('')
  useEffect(() => setNote(stored(key) ?? ''), [key])
  return [
    note,
    useCallback(
      (next: string) => {
        setNote(next)
        keep(key, next)
      },
      [key],
    ),
  ]
}
