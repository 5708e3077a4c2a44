'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Caliper, type CaliperKind, isAmplitude, isDrawn } from '@/ecg/calipers/caliper'
import { fiducialsIn, nextFiducialMs } from '@/ecg/calipers/snapping'
import { CaliperHandles, handleId } from './caliper-handles'
import { CaliperMarks } from './caliper-marks'
import { boxAt, byMarks, type CaliperEnd, type Paper, type PaperPoint, startedAt, withEnd, withEndAt } from './placing'
import { useCaliperText } from './use-caliper-text'
import type { Calipers } from './use-calipers'

type Props = {
  readonly paper: Omit<Paper, 'pixelMm'>
  readonly zoom: number
  /** Null while nobody measures: calipers are seen, not touched. */
  readonly tool: CaliperKind | null
  readonly calipers: Calipers
}

type Drag = {
  readonly caliperId: string
  readonly end: CaliperEnd
  readonly pointerId: number
  readonly startXPx: number
  readonly startYPx: number
  readonly isNew: boolean
}

/** Less is a tap. */
const TAP_PX = 4
const STEP_MS = 2
const MARKED_KINDS: readonly CaliperKind[] = ['rr', 'pr', 'qrs', 'qt']
const LARGE_STEP_MS = 20
const STEP_UV = 10
const LARGE_STEP_UV = 100

/** Over the paper and apart from it, so that a caliper moves without the trace being drawn again. */
export function CaliperLayer({ paper: given, zoom, tool, calipers }: Props) {
  const { sheet } = given
  const t = useTranslations('trace.caliper')
  const text = useCaliperText()
  const surface = useRef<SVGSVGElement>(null)
  const drag = useRef<Drag | null>(null)
  const [draft, setDraft] = useState<{ readonly caliperId: string; readonly caliper: Caliper } | null>(null)
  const [pending, setPending] = useState<{ readonly caliperId: string; readonly caliper: Caliper } | null>(null)
  const focusNext = useRef<string | null>(null)
  useEffect(() => {
    if (focusNext.current === null) return
    document.getElementById(focusNext.current)?.focus({ preventScroll: true })
    focusNext.current = null
  })

  const paper = (): Paper => {
    const widthPx = surface.current?.getBoundingClientRect().width ?? 1
    return { ...given, pixelMm: sheet.widthMm / (widthPx * window.devicePixelRatio) }
  }
  const pointOf = (event: PointerEvent): PaperPoint => {
    const box = surface.current?.getBoundingClientRect()
    const mmPerPx = sheet.widthMm / (box?.width ?? 1)
    return { xMm: (event.clientX - (box?.left ?? 0)) * mmPerPx, yMm: (event.clientY - (box?.top ?? 0)) * mmPerPx }
  }
  const keep = (caliperId: string, caliper: Caliper) => {
    focusNext.current = handleId(caliperId, 'to')
    setPending(null)
    calipers.set(caliperId, caliper)
  }

  const onSurfaceDown = (event: PointerEvent) => {
    if (tool === null || event.button !== 0 || drag.current) return
    const point = pointOf(event)
    const box = boxAt(sheet, point)
    if (!box) return
    event.preventDefault()
    capture(event)
    const isSecondTap = pending !== null && pending.caliper.kind === tool && pending.caliper.lead === box.lead
    const caliperId = isSecondTap ? pending.caliperId : crypto.randomUUID()
    drag.current = dragOf(event, caliperId, 'to', true)
    const caliper = isSecondTap
      ? withEndAt(paper(), box, pending.caliper, 'to', point, event.altKey)
      : startedAt(paper(), box, tool, point, event.altKey)
    setDraft({ caliperId, caliper })
  }
  const onHandleDown = (event: PointerEvent, caliperId: string, caliper: Caliper, end: CaliperEnd) => {
    if (event.button !== 0) return
    event.stopPropagation()
    capture(event)
    drag.current = dragOf(event, caliperId, end, false)
    setDraft({ caliperId, caliper })
  }
  const onMove = (event: PointerEvent) => {
    const held = drag.current
    if (!held || !draft || event.pointerId !== held.pointerId) return
    const point = pointOf(event)
    const box = boxOf(draft.caliper, sheet, point)
    if (box) setDraft({ ...draft, caliper: withEndAt(paper(), box, draft.caliper, held.end, point, event.altKey) })
  }
  const onUp = (event: PointerEvent) => {
    const held = drag.current
    if (!held || !draft || event.pointerId !== held.pointerId) return
    drag.current = null
    setDraft(null)
    const isTap = Math.hypot(event.clientX - held.startXPx, event.clientY - held.startYPx) < TAP_PX
    if (isDrawn(draft.caliper) && (held.isNew || !isTap)) keep(draft.caliperId, draft.caliper)
    else if (held.isNew && isTap) tapped(draft.caliperId, draft.caliper, pointOf(event))
  }
  /** On a beat it sets what the marks know; anything else waits for its second tap. */
  const tapped = (caliperId: string, caliper: Caliper, point: PaperPoint) => {
    const box = MARKED_KINDS.includes(caliper.kind) ? boxOf(caliper, sheet, point) : null
    const marked = box && byMarks(paper(), box, caliper.kind, caliper.fromMs)
    if (marked) keep(caliperId, marked)
    else setPending({ caliperId, caliper })
  }
  const onHandleKey = (event: KeyboardEvent, caliperId: string, caliper: Caliper, end: CaliperEnd) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      take(event)
      calipers.set(caliperId, null)
      return
    }
    const moved = movedByKey(event, given, caliper, end)
    if (!moved) return
    take(event)
    focusNext.current = handleId(caliperId, end)
    calipers.set(caliperId, moved)
  }

  const all = calipers.shown.map((one) => (one.caliperId === draft?.caliperId ? { ...one, ...draft } : one))
  const fresh = [draft, pending].filter(
    (one) => one !== null && !all.some(({ caliperId }) => caliperId === one.caliperId),
  )
  const drawn = [
    ...all,
    ...fresh.slice(0, 1).flatMap((one) => (one ? [{ ...one, by: null, at: null, isMine: true }] : [])),
  ].filter(({ caliper }) => caliper.picture === null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      ref={surface}
      role="group"
      aria-label={t('list')}
      viewBox={`0 0 ${sheet.widthMm} ${sheet.heightMm}`}
      style={{
        width: `calc(var(--mm) * ${sheet.widthMm * zoom})`,
        height: `calc(var(--mm) * ${sheet.heightMm * zoom})`,
        touchAction: tool === null ? undefined : 'none',
      }}
      onPointerDown={onSurfaceDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={() => {
        drag.current = null
        setDraft(null)
      }}
      className={`col-start-1 row-start-1 block will-change-transform ${tool === null ? 'pointer-events-none' : 'cursor-crosshair'}`}
      data-testid="calipers"
    >
      {drawn.map(({ caliperId, caliper, isMine }) => (
        <g key={caliperId}>
          <CaliperMarks sheet={sheet} caliper={caliper} label={text.short(caliper)} isMine={isMine} />
          {isMine && tool !== null && (
            <CaliperHandles
              sheet={sheet}
              caliperId={caliperId}
              caliper={caliper}
              zoom={zoom}
              onDown={onHandleDown}
              onKey={onHandleKey}
            />
          )}
        </g>
      ))}
    </svg>
  )
}

function dragOf(event: PointerEvent, caliperId: string, end: CaliperEnd, isNew: boolean): Drag {
  return { caliperId, end, pointerId: event.pointerId, startXPx: event.clientX, startYPx: event.clientY, isNew }
}

/** The pointer stays with the paper, wherever it goes. */
function capture(event: PointerEvent): void {
  const surface = event.currentTarget.closest('svg')
  surface?.setPointerCapture(event.pointerId)
}

/** The caliper stays in its lead: the box of it in this column, else the first. */
function boxOf({ lead }: Caliper, sheet: Paper['sheet'], { xMm }: PaperPoint) {
  const own = sheet.boxes.filter((box) => box.lead === lead)
  return own.find((box) => xMm >= box.xMm && xMm <= box.xMm + box.widthMm) ?? own[0] ?? null
}

/** Arrows move an end, with Shift far, with Alt to the next mark; up and down move a voltage. */
function movedByKey(event: KeyboardEvent, paper: Props['paper'], caliper: Caliper, end: CaliperEnd): Caliper | null {
  const signs: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }
  const sign = signs[event.key]
  if (sign === undefined) return null
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    return isAmplitude(caliper) ? raised(caliper, end, sign * (event.shiftKey ? LARGE_STEP_UV : STEP_UV)) : null
  const atMs = end === 'from' ? caliper.fromMs : caliper.toMs
  if (event.altKey) return withEnd(caliper, end, nextFiducialMs(atMs, fiducialsIn(paper.marked, caliper.lead), sign))
  return withEnd(caliper, end, Math.round((atMs + sign * (event.shiftKey ? LARGE_STEP_MS : STEP_MS)) * 10) / 10)
}

function raised(caliper: Caliper, end: CaliperEnd, byUv: number): Caliper {
  return end === 'from'
    ? { ...caliper, fromUv: (caliper.fromUv ?? 0) + byUv }
    : { ...caliper, toUv: (caliper.toUv ?? 0) + byUv }
}

function take(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
