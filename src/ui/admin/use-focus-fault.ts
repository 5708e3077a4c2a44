'use client'
import { type RefObject, useEffect, useRef } from 'react'
import type { ApiFailure } from '../api/client'

/** After a refusal the first wrong field has the focus, whatever the size of the screen. */
export function useFocusFault(failure: ApiFailure | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failure !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failure])
  return form
}
