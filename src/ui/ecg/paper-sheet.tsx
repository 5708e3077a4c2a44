import type { ReactNode } from 'react'
import { gridPath } from '@/ecg/layout/grid-path'

export type PaperSheetProps = {
  readonly widthMm: number
  readonly heightMm: number
  /** Of the size that the screen calibration gives one millimetre (`--mm`). */
  readonly zoom?: number
  readonly hasFineGrid?: boolean
  /** What the sheet shows, as a sentence; without one the sheet is decoration. */
  readonly label?: string
  readonly className?: string
  readonly children?: ReactNode
}

/** Grid and size of ECG paper. One user unit is one millimetre, for the grid as for what lies on it. */
export function PaperSheet({
  widthMm,
  heightMm,
  zoom = 1,
  hasFineGrid = true,
  label,
  className = '',
  children,
}: PaperSheetProps) {
  const size = { width: `calc(var(--mm) * ${widthMm * zoom})`, height: `calc(var(--mm) * ${heightMm * zoom})` }
  return (
    <svg
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      style={size}
      className={`block shrink-0 bg-paper ${className}`}
    >
      <g fill="none" strokeWidth="1" shapeRendering="crispEdges">
        {hasFineGrid && (
          <path
            d={gridPath(widthMm, heightMm, 1)}
            vectorEffect="non-scaling-stroke"
            className="stroke-(--paper-fine)"
          />
        )}
        <path d={gridPath(widthMm, heightMm, 5)} vectorEffect="non-scaling-stroke" className="stroke-(--paper-thick)" />
      </g>
      {children}
    </svg>
  )
}
