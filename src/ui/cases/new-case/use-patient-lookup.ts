'use client'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { FindPatientResult } from '@/cases/api/sending-views'
import { apiPost } from '../../api/client'

type Found = z.infer<typeof FindPatientResult>
export type Lookup =
  | { readonly status: 'idle' | 'searching' | 'no_line' }
  | { readonly status: 'found' | 'none'; readonly result: Found }

const AFTER_MS = 350

/** Looks a person up once the number is whole; each look is audited on the server, so one number is asked for once. */
export function usePatientLookup(id: string | null): Lookup {
  const [lookup, setLookup] = useState<{ readonly id: string | null; readonly value: Lookup }>({
    id: null,
    value: { status: 'idle' },
  })
  useEffect(() => {
    if (id === null) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const result = await apiPost<Found>('patients/find', { id }, { signal: abort.signal })
      if (abort.signal.aborted) return
      if (!result.ok) return setLookup({ id, value: { status: 'no_line' } })
      setLookup({ id, value: { status: result.data.patient ? 'found' : 'none', result: result.data } })
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [id])
  if (id === null) return { status: 'idle' }
  return lookup.id === id ? lookup.value : { status: 'searching' }
}
