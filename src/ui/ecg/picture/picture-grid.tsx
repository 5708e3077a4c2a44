'use client'
import { useId } from 'react'
import type { PictureScale } from '@/ecg/calipers/caliper'
import { type PictureSize, tiltOf } from '@/ecg/calipers/picture-scale'

type Props = {
  readonly scale: PictureScale
  readonly size: PictureSize
  /** One pixel of the screen in pixels of the picture. */
  readonly screenPx: number
}

const LARGE_MM = 5
/** Closer together, lines of 1 mm are a veil. */
const LEAST_SMALL_PX = 4

/** Millimetres by the picture's scale, laid over the paper's own: where the two part, the picture is bent and measures wrong. */
export function PictureGrid({ scale, size, screenPx }: Props) {
  const id = useId()
  const { pxPerMm } = scale
  const cell = LARGE_MM * pxPerMm
  const hasSmall = pxPerMm / screenPx >= LEAST_SMALL_PX
  const small = [1, 2, 3, 4].map((mm) => mm * pxPerMm)
  const begin = `translate(${scale.fromX * size.width} ${scale.fromY * size.height}) rotate(${tiltOf(scale, size)})`
  return (
    <g data-testid="picture-grid" className="stroke-(--caliper)">
      <pattern id={id} width={cell} height={cell} patternUnits="userSpaceOnUse" patternTransform={begin}>
        {hasSmall && (
          <path
            d={small.map((at) => `M${at} 0V${cell}M0 ${at}H${cell}`).join('')}
            strokeWidth={0.5 * screenPx}
            className="opacity-40"
          />
        )}
        <path d={`M0 0H${cell}M0 0V${cell}`} strokeWidth={2 * screenPx} className="opacity-60" />
      </pattern>
      <rect width={size.width} height={size.height} fill={`url(#${id})`} stroke="none" />
    </g>
  )
}
