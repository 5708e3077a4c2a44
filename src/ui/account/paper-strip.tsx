/**
 * A strip of ECG paper with a made-up lead II that runs on for any width: 1 mm and 5 mm grid, 25 mm/s, 10 mm/mV,
 * 4 px to the millimetre. One beat of 840 ms is 21 mm, drawn once and repeated.
 */
import { tracePath } from '@/ecg/layout/trace-path'
import { makeBeat, ventricularMv, wavesMv } from '@/ecg/synthetic/beat'
import { SCENARIOS } from '@/ecg/synthetic/scenarios'

const PX_PER_MM = 4
const BEAT_MS = 840
const BEAT_MM = 21
const FROM_R_MS = -300
const STEP_MS = 2
const LEAD_II = 1
const HEIGHT_MM = 110
const BASELINE_MM = 75

export function PaperStrip({ className }: { readonly className?: string }) {
  const scale = `scale(${PX_PER_MM})`
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT_MM * PX_PER_MM} className={className}>
      <defs>
        <pattern id="paper-1mm" width="1" height="1" patternUnits="userSpaceOnUse" patternTransform={scale}>
          <path d="M0 .125h1M.125 0v1" stroke="var(--paper-fine)" strokeWidth=".25" />
        </pattern>
        <pattern id="paper-5mm" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={scale}>
          <path d="M0 .125h5M.125 0v5" stroke="var(--paper-thick)" strokeWidth=".25" />
        </pattern>
        <pattern
          id="paper-beat"
          width={BEAT_MM}
          height={HEIGHT_MM}
          patternUnits="userSpaceOnUse"
          patternTransform={scale}
        >
          <path
            d={BEAT}
            fill="none"
            stroke="var(--trace)"
            strokeWidth=".36"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </pattern>
      </defs>
      {['paper-1mm', 'paper-5mm', 'paper-beat'].map((pattern) => (
        <rect key={pattern} width="100%" height="100%" fill={`url(#${pattern})`} />
      ))}
    </svg>
  )
}

const BEAT = beatPath()

/** Its last sample is the first one of the next beat, so that the strip has no seam. */
function beatPath(): string {
  const beat = makeBeat(SCENARIOS.normal, BEAT_MS)
  const samplesUv = Float32Array.from({ length: BEAT_MS / STEP_MS + 1 }, (_, index) => {
    const timeMs = FROM_R_MS + ((index * STEP_MS) % BEAT_MS)
    return 1000 * ((ventricularMv(beat, timeMs)[LEAD_II] ?? 0) + (wavesMv(beat.p, timeMs)[LEAD_II] ?? 0))
  })
  const place = {
    xMm: 0,
    yMm: BASELINE_MM,
    baselineUv: 0,
    mmPerSample: (STEP_MS * 25) / 1000,
    mmPerUv: 0.01,
    toleranceMm: 0.02,
  }
  return tracePath({ samplesUv, fromIndex: 0, toIndex: samplesUv.length }, place)
}
