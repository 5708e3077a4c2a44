import type { Beat } from '../../measure/types'

type Beats = readonly (Partial<Beat> & { readonly atMs: number })[]
/** Beats at these instants, narrow unless told otherwise. */
export function beatsAt(beats: Beats): Beat[] {
  return beats.map(({ atMs, ...more }) => ({
    rPeakMs: atMs,
    pOnsetMs: null,
    pPeakMs: null,
    pOffsetMs: null,
    qrsOnsetMs: atMs - 40,
    qrsOffsetMs: atMs + 50,
    tPeakMs: null,
    tOffsetMs: null,
    class: 'dominant',
    axisDeg: 45,
    ...more,
  }))
}
