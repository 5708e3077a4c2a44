'use client'

import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'

/** The number of the last claim that this person held here: what they write goes under it, also when it has ended. */
export function useHeldFence({ claim }: CaseView): number | null {
  const own = claim?.isMine ? claim.fence : null
  const [held, setHeld] = useState(own)
  if (own !== null && own !== held) setHeld(own)
  return own ?? held
}
