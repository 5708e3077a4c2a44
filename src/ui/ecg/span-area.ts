import { xMmAt, yMmAt } from '@/ecg/layout/box-scale'
import { sampleIndex, type TraceBox, type TraceLayout, type Waveform } from '@/ecg/layout/layout-trace'

type Stretch = {
  readonly fromMs: number
  readonly toMs: number
  /** Where the level is read that the area begins at. */
  readonly levelAtMs: number
}

/** The area between the trace and a level of its own, as it lies on the paper; nothing where a sample of it is missing. */
export function areaPath(
  { scale }: TraceLayout,
  waveform: Waveform,
  box: TraceBox,
  { fromMs, toMs, levelAtMs }: Stretch,
): string {
  const { sampleRateHz, startMs = 0 } = waveform
  const samplesUv = waveform.leads.find(({ name }) => name === box.lead)?.samplesUv
  if (!samplesUv) return ''
  const indexOf = (instantMs: number) => sampleIndex(waveform, instantMs)
  const xAt = (index: number) => xMmAt(box, scale, startMs + (index / sampleRateHz) * 1000)
  const yAt = (index: number) => yMmAt(box, scale, samplesUv[index] ?? Number.NaN)
  const levelMm = yAt(indexOf(levelAtMs))
  const [first, last] = [indexOf(fromMs), indexOf(toMs)]
  const outline = Array.from({ length: last - first + 1 }, (_, step) => [xAt(first + step), yAt(first + step)] as const)
  if (outline.length === 0 || !outline.every(([, yMm]) => Number.isFinite(yMm)) || !Number.isFinite(levelMm)) return ''
  const line = outline.map(([xMm, yMm]) => `L${rounded(xMm)} ${rounded(yMm)}`).join('')
  return `M${rounded(xAt(first))} ${rounded(levelMm)}${line}L${rounded(xAt(last))} ${rounded(levelMm)}Z`
}

function rounded(mm: number): number {
  return Math.round(mm * 100) / 100
}
