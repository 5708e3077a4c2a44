import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { TONE_CLASS, type Tone } from './tone'

/** The shape of a class or state: octagon, triangle, ring, square, disc. Readable without colour. */
export function Mark({
  tone,
  size = 18,
  isInverse = false,
}: {
  readonly tone: Tone
  readonly size?: number
  readonly isInverse?: boolean
}) {
  const face = isInverse ? 'fill-tone-on stroke-tone-on' : FACE[tone]
  const glyph = isInverse ? 'stroke-tone' : GLYPH[tone]
  return (
    <svg
      viewBox="0 0 18 18"
      width={size}
      height={size}
      aria-hidden="true"
      className={classNames(TONE_CLASS[tone], 'block shrink-0')}
    >
      <g className={face} strokeWidth="1.2" strokeLinejoin="round">
        {SHAPE[tone]}
      </g>
      <path
        d={SIGN[tone]}
        className={glyph}
        fill="none"
        strokeWidth={tone === 'quality' ? 1.6 : 2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** Mark and word. `isSolid` is the filled form for headers. */
export function Tag({
  tone,
  isSolid = false,
  children,
}: {
  readonly tone: Tone
  readonly isSolid?: boolean
  readonly children: ReactNode
}) {
  return (
    <span
      className={classNames(
        TONE_CLASS[tone],
        'inline-flex items-center gap-1.5 text-12 font-bold tracking-[.035em] whitespace-nowrap',
        isSolid ? 'h-[26px] rounded-1 bg-tone pr-2.5 pl-1.5 text-tone-on' : 'text-tone-ink',
      )}
    >
      <Mark tone={tone} isInverse={isSolid} />
      {children}
    </span>
  )
}

const FACE: Readonly<Record<Tone, string>> = {
  emergent: 'fill-tone stroke-tone-ink',
  urgent: 'fill-tone stroke-tone-ink',
  routine: 'fill-transparent stroke-tone-ink',
  quality: 'fill-tone stroke-tone-ink',
  done: 'fill-tone stroke-tone-ink',
}
const GLYPH: Readonly<Record<Tone, string>> = {
  emergent: 'stroke-tone-on',
  urgent: 'stroke-tone-on',
  routine: 'stroke-tone-ink',
  quality: 'stroke-tone-on',
  done: 'stroke-tone-on',
}
const SHAPE: Readonly<Record<Tone, ReactNode>> = {
  emergent: <path d="M5.6 1.500h6.800l4.1 4.1v6.800l-4.1 4.1H5.600l-4.1-4.100V5.600z" />,
  urgent: <path d="M9 1.8 17 15.800H1z" />,
  routine: <circle cx="9" cy="9" r="7" />,
  quality: <rect x="1.8" y="1.8" width="14.4" height="14.4" rx="2" />,
  done: <circle cx="9" cy="9" r="7.4" />,
}
const SIGN: Readonly<Record<Tone, string>> = {
  emergent: 'M9 5v4.600M9 12.900v.1',
  urgent: 'M9 7v3.800M9 13.300v.1',
  routine: 'M5.8 9h6.4',
  quality: 'M4.2 9h1.900l1.5-3.4 2.4 6.800L11.6 9h2.2',
  done: 'm5.8 9.2 2.2 2.3 4.3-4.8',
}
