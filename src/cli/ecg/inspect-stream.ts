import { isReadWhole } from '@/ecg/assemble-recording'
import { EcgFormatError } from '@/ecg/errors'
import { NOTHING_REPORTED } from '@/ecg/reported'
import type { ByteSource, EcgStream, StreamLead } from '@/ecg/streaming/ecg-stream'
import { openEcgStream } from '@/ecg/streaming/open-ecg-stream'
import { withFileSources } from './file-source'
import { type ProblemReport, type RecordingReport, reportOnProblem } from './inspect-report'

/** What is larger is never loaded at once. */
const LARGEST_WHOLE_BYTES = 128 * 1024 * 1024

/**
 * The report on a recording that is too long to be read whole (a day of Holter ECG), made in little memory: extent and
 * range of each lead, never the samples. Null for any other file, and for one that cannot be opened.
 */
export async function inspectStream(paths: readonly string[]): Promise<RecordingReport | ProblemReport | null> {
  try {
    return await withFileSources(paths, reportOnSources)
  } catch {
    return null
  }
}

async function reportOnSources(sources: readonly ByteSource[]): Promise<RecordingReport | ProblemReport | null> {
  const isLarge = sources.some(({ sizeBytes }) => sizeBytes > LARGEST_WHOLE_BYTES)
  const stream = await openEcgStream(sources).catch(asProblem)
  if (stream instanceof EcgFormatError) return isLarge ? reportOnProblem(stream) : null
  const isShort = isReadWhole(stream.leads.length, stream.sampleCount, stream.sampleRateHz)
  if (isShort && !isLarge) return null
  const report = await reportOn(stream).catch(asProblem)
  return report instanceof EcgFormatError ? reportOnProblem(report) : report
}

function asProblem(error: unknown): EcgFormatError {
  if (error instanceof EcgFormatError) return error
  throw error
}

type Range = StreamLead & { readonly minUv: number; readonly maxUv: number }

async function reportOn(stream: EcgStream): Promise<RecordingReport> {
  const { format, sampleRateHz, sampleCount, recordedAt, patient, device } = stream
  const warnings = [
    ...stream.warnings,
    'Read in pieces, because it is long: nothing is measured, and no samples are listed.',
  ]
  const ranges = connected(await rangesOf(stream), warnings)
  return {
    format,
    sampleRateHz,
    durationMs: Math.round((sampleCount / sampleRateHz) * 1000),
    leads: ranges.map(({ name, isDerived, minUv, maxUv }) => ({
      name,
      sampleCount,
      minUv: minUv <= maxUv ? minUv : null,
      maxUv: minUv <= maxUv ? maxUv : null,
      isDerived,
    })),
    recordedAt,
    patient,
    device,
    reported: NOTHING_REPORTED,
    measured: null,
    beats: null,
    quality: null,
    findings: null,
    triageClass: null,
    warnings,
  }
}

async function rangesOf(stream: EcgStream): Promise<readonly Range[]> {
  const mins = stream.leads.map(() => Number.POSITIVE_INFINITY)
  const maxs = stream.leads.map(() => Number.NEGATIVE_INFINITY)
  for await (const { samplesUv } of stream.blocks()) {
    for (const [place, samples] of samplesUv.entries()) {
      const { min, max } = rangeOf(samples)
      mins[place] = Math.min(mins[place] ?? min, min)
      maxs[place] = Math.max(maxs[place] ?? max, max)
    }
  }
  return stream.leads.map((lead, place) => ({ ...lead, minUv: mins[place] ?? 0, maxUv: maxs[place] ?? 0 }))
}

function rangeOf(samplesUv: Float32Array): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let index = 0; index < samplesUv.length; index++) {
    const uv = samplesUv[index] ?? Number.NaN
    if (uv < min) min = uv
    if (uv > max) max = uv
  }
  return { min, max }
}

/** A constant was not connected, as the reading of the whole has it; what was computed from it goes too. */
function connected(ranges: readonly Range[], warnings: string[]): readonly Range[] {
  const absent = ranges.filter(({ minUv, maxUv, isDerived }) => !isDerived && minUv === maxUv).map(({ name }) => name)
  const stored = ranges.filter(({ isDerived }) => !isDerived)
  if (absent.length === 0 || absent.length === stored.length) return ranges
  warnings.push(`Not connected, a constant in the file, and left out: ${absent.join(', ')}.`)
  const isLimbAbsent = absent.includes('I') || absent.includes('II')
  return ranges.filter(({ name, isDerived }) => (isDerived ? !isLimbAbsent : !absent.includes(name)))
}
