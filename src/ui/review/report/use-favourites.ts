'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FavouritesResult } from '@/cases/api/report-views'
import { apiGet, apiPost } from '../../api/client'

/** The reader's own favourite statements, wherever he sits. */
export function useFavourites(): readonly [readonly number[], (code: number, isFavourite: boolean) => void] {
  const [codes, setCodes] = useState<readonly number[]>([])
  useEffect(() => {
    const abort = new AbortController()
    void apiGet<FavouritesResult>('account/favourites', { signal: abort.signal }).then((answer) => {
      if (answer.ok) setCodes(answer.data.codes)
    })
    return () => abort.abort()
  }, [])
  const mark = useCallback((code: number, isFavourite: boolean) => {
    void apiPost<FavouritesResult>('account/favourites', { code, isFavourite }).then((answer) => {
      if (answer.ok) setCodes(answer.data.codes)
    })
  }, [])
  return [codes, mark]
}
