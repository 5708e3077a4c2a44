'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Caliper } from '@/ecg/calipers/caliper'
import { type Line, type PictureSize, type Spot, spotInBox } from '@/ecg/calipers/picture-scale'
import { useCaliperText } from '../calipers/use-caliper-text'
import { PictureGrid } from './picture-grid'
import { useElementSize } from './use-element-size'
import type { PictureMeasuring } from './use-picture-measuring'

type Props = {
  readonly page: number
  /** Of the picture itself, in its own pixels or points. */
  readonly size: PictureSize
  readonly zoom: number
  readonly measuring: PictureMeasuring
}

type Drawn = {
  readonly id: string
  readonly line: Line
  readonly caliper: Caliper | null
  readonly isMine: boolean
}

const REACH_PX = 18
const KNOB_PX = 5
const STROKE_PX = 1.5
const LABEL_PX = 13
const SCALE_ID = 'scale'
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Over one page of a picture, turned and enlarged with it: lines that are drawn, dragged, or moved with arrows. */
export function PictureCalipers({ page, size, zoom, measuring }: Props) {
  const t = useTranslations('trace')
  const text = useCaliperText()
  const area = useRef<HTMLDivElement>(null)
  const held = useRef<{ readonly id: string; readonly end: 'from' | 'to'; readonly pointerId: number } | null>(null)
  const [draft, setDraft] = useState<Drawn | null>(null)
  const { tool, isScaling, scaleLine, calipers, scale, isGridShown } = measuring
  const shown = drawnOn(page, size, measuring).map((one) => (one.id === draft?.id ? draft : one))
  const all = draft && !shown.some(({ id }) => id === draft.id) ? [...shown, draft] : shown

  const box = useElementSize(area)
  /** A pixel of the screen in those of the picture. */
  const screenPx = 1 / (Math.max(1e-6, Math.min(box.width / size.width, box.height / size.height)) * zoom)
  const spotOf = (event: PointerEvent): Spot => {
    const { offsetX, offsetY } = event.nativeEvent
    return spotInBox({ x: offsetX, y: offsetY }, box, size)
  }
  const near = (spot: Spot, other: Spot) =>
    Math.hypot((spot.x - other.x) * size.width, (spot.y - other.y) * size.height) < REACH_PX * screenPx

  const onDown = (event: PointerEvent) => {
    if (tool === null || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    const spot = spotOf(event)
    const grabbed = all.filter(({ isMine }) => isMine).find(({ line }) => near(spot, line.from) || near(spot, line.to))
    if (grabbed) {
      held.current = { id: grabbed.id, end: near(spot, grabbed.line.to) ? 'to' : 'from', pointerId: event.pointerId }
      return setDraft(grabbed)
    }
    const id = isScaling ? SCALE_ID : crypto.randomUUID()
    held.current = { id, end: 'to', pointerId: event.pointerId }
    // A tap sets one end where the other end already waits.
    const from = draft && held.current.id !== draft.id && isPoint(draft.line) ? draft.line.from : spot
    setDraft({ id, line: { page, from, to: spot, size }, caliper: null, isMine: true })
  }
  const onMove = (event: PointerEvent) => {
    if (!held.current || event.pointerId !== held.current.pointerId || !draft) return
    event.stopPropagation()
    setDraft({ ...draft, line: { ...draft.line, [held.current.end]: spotOf(event) } })
  }
  const onUp = (event: PointerEvent) => {
    if (!held.current || event.pointerId !== held.current.pointerId || !draft) return
    event.stopPropagation()
    held.current = null
    if (isPoint(draft.line)) return
    measuring.draw(draft.id, draft.line, screenPx, draft.caliper?.kind ?? tool)
    setDraft(null)
  }
  const onKey = (event: KeyboardEvent, one: Drawn, end: 'from' | 'to') => {
    const step = STEPS[event.key]
    if (step) {
      take(event)
      const byPx = screenPx * (event.shiftKey ? 10 : 1)
      const spot = {
        x: one.line[end].x + (step[0] * byPx) / size.width,
        y: one.line[end].y + (step[1] * byPx) / size.height,
      }
      measuring.draw(one.id, { ...one.line, [end]: spot }, screenPx, one.caliper?.kind ?? tool)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && one.caliper) {
      take(event)
      calipers.set(one.id, null)
    }
  }
  /** Whoever has no pointer begins in the middle of the page. */
  const place = () => {
    const line = { page, from: { x: 0.45, y: 0.5 }, to: { x: 0.55, y: 0.5 }, size }
    measuring.draw(isScaling ? SCALE_ID : crypto.randomUUID(), line, screenPx)
  }
  return (
    <>
      {tool !== null && !(isScaling && scaleLine) && (
        <button
          type="button"
          onClick={place}
          className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-surface focus:px-2"
        >
          {t('picture.scale.place')}
        </button>
      )}
      <div
        ref={area}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => setDraft(null)}
        style={{ touchAction: tool === null ? undefined : 'none' }}
        className={`absolute inset-0 ${tool === null ? 'pointer-events-none' : 'cursor-crosshair'}`}
        data-testid={`picture-calipers-${page}`}
      >
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="pointer-events-none size-full overflow-visible"
          aria-hidden={all.length === 0}
        >
          <title>{t('caliper.list')}</title>
          {isGridShown && scale && <PictureGrid scale={scale} size={size} screenPx={screenPx} />}
          {all.map((one) => (
            <Shown
              key={one.id}
              one={one}
              unit={screenPx}
              label={one.caliper ? text.short(one.caliper) : ''}
              name={one.caliper ? text.name(one.caliper) : t('picture.scale.name')}
              canMove={tool !== null && one.isMine}
              onKey={onKey}
            />
          ))}
        </svg>
      </div>
    </>
  )
}

function Shown({
  one,
  unit,
  label,
  name,
  canMove,
  onKey,
}: {
  readonly one: Drawn
  /** A pixel of the screen. */
  readonly unit: number
  readonly label: string
  readonly name: string
  readonly canMove: boolean
  readonly onKey: (event: KeyboardEvent, one: Drawn, end: 'from' | 'to') => void
}) {
  const t = useTranslations('trace.caliper')
  const { size } = one.line
  const at = (end: 'from' | 'to') => ({ x: one.line[end].x * size.width, y: one.line[end].y * size.height })
  const [from, to] = [at('from'), at('to')]
  return (
    <g
      className={one.isMine ? 'stroke-(--caliper)' : 'stroke-(--trace-prev)'}
      data-caliper={one.caliper?.kind ?? 'scale'}
    >
      <path
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        strokeWidth={4 * STROKE_PX * unit}
        className="stroke-(--surface) opacity-70"
      />
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} strokeWidth={STROKE_PX * unit} />
      {(['from', 'to'] as const).map((end) => (
        <g
          key={end}
          role="slider"
          tabIndex={canMove ? 0 : -1}
          aria-label={t(end === 'from' ? 'begin' : 'end', { what: name })}
          aria-valuenow={Math.round(at(end).x)}
          aria-valuemin={0}
          aria-valuemax={Math.round(size.width)}
          aria-valuetext={label || name}
          onKeyDown={(event) => onKey(event, one, end)}
          className="group outline-none"
        >
          <circle
            cx={at(end).x}
            cy={at(end).y}
            r={KNOB_PX * unit}
            strokeWidth={STROKE_PX * unit}
            className="fill-(--surface) group-focus-visible:fill-(--caliper)"
          />
        </g>
      ))}
      {label !== '' && (
        <text
          x={(from.x + to.x) / 2}
          y={Math.min(from.y, to.y) - 8 * unit}
          textAnchor="middle"
          fontSize={LABEL_PX * unit}
          strokeWidth={4 * unit}
          paintOrder="stroke"
          className="fill-(--caliper) stroke-(--surface) font-semi"
        >
          {label}
        </text>
      )}
    </g>
  )
}

function drawnOn(page: number, size: PictureSize, { calipers, isScaling, scaleLine }: PictureMeasuring): Drawn[] {
  const set = calipers.shown.flatMap(({ caliperId, caliper, isMine }): Drawn[] => {
    const { picture } = caliper
    if (picture?.page !== page) return []
    const { fromX, fromY, toX, toY } = picture
    return [
      { id: caliperId, line: { page, from: { x: fromX, y: fromY }, to: { x: toX, y: toY }, size }, caliper, isMine },
    ]
  })
  const ruler =
    isScaling && scaleLine?.page === page ? [{ id: SCALE_ID, line: scaleLine, caliper: null, isMine: true }] : []
  return [...set, ...ruler]
}

const isPoint = ({ from, to, size }: Line): boolean =>
  Math.hypot((to.x - from.x) * size.width, (to.y - from.y) * size.height) < 2

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
