'use client'

import { usePreference } from '../kit/use-preference'

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** How tall rows are; kept by this browser. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  return usePreference('yurak.density', DENSITIES, 'comfortable')
}
