/**
 * QT corrected for the rate, by four formulas (Part IV 2009; clinical.md A4). RR of one second changes nothing.
 *
 *   Bazett QT/√RR   Fridericia QT/∛RR   Framingham QT + 154·(1 − RR)   Hodges QT + 1.75·(HR − 60)
 *   (QT in ms, RR in s)
 */
export const bazettMs = (qtMs: number, rrMs: number): number => qtMs / Math.sqrt(rrMs / 1000)
export const fridericiaMs = (qtMs: number, rrMs: number): number => qtMs / Math.cbrt(rrMs / 1000)
export const framinghamMs = (qtMs: number, rrMs: number): number => qtMs + 154 * (1 - rrMs / 1000)
export const hodgesMs = (qtMs: number, rrMs: number): number => qtMs + 1.75 * (60_000 / rrMs - 60)

/** QT without the share that a broad QRS lends it (Bogossian, Heart Rhythm 2014;11:2273). */
export const bogossianQtMs = (qtMs: number, qrsMs: number): number => qtMs - 0.485 * qrsMs
