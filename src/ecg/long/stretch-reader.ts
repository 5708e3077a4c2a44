/**
 * A stream cut into stretches of two minutes that can be looked at each by itself, in memory for one of them: every
 * stretch comes with 8 s of its neighbours, which is all that a decision about a beat looks at (`detect-beats-in-stream.ts`);
 * a beat belongs to the stretch in which it lies.
 */
import { completeLeads } from '../leads'
import { NOTHING_REPORTED } from '../reported'
import type { EcgBlock, EcgStream } from '../streaming/ecg-stream'
import { SampleWindow } from '../streaming/sample-window'
import type { EcgRecording, Lead } from '../types'

const OWN_S = 120
const MARGIN_S = 8

export type Part = {
  /** The stored leads with the margins; overwritten when the next part is read. */
  readonly leads: readonly Lead[]
  readonly startMs: number
  /** What is its own. */
  readonly fromMs: number
  readonly toMs: number
}

export class StretchReader {
  private from = 0
  private readonly window: SampleWindow
  private readonly own: number
  private readonly margin: number
  private readonly stored: readonly number[]

  constructor(private readonly stream: Pick<EcgStream, 'leads' | 'sampleRateHz'>) {
    this.stored = stream.leads.flatMap(({ isDerived }, place) => (isDerived ? [] : [place]))
    this.own = Math.round(OWN_S * stream.sampleRateHz)
    this.margin = Math.round(MARGIN_S * stream.sampleRateHz)
    this.window = new SampleWindow(this.stored, this.own + 2 * this.margin)
  }

  *add(block: EcgBlock): Generator<Part> {
    let taken = 0
    while (taken < block.sampleCount) {
      taken += this.window.fill(block, taken)
      if (!this.window.isFull()) continue
      yield this.take(this.from + this.own)
      this.window.forget(this.from - this.margin)
    }
  }

  /** What is left at the end; null when nothing is. */
  last(): Part | null {
    return this.window.endSampleIndex() > this.from ? this.take(this.window.endSampleIndex()) : null
  }

  private take(to: number): Part {
    const msOf = (index: number) => (index * 1000) / this.stream.sampleRateHz
    const leads = this.window.samples().flatMap((samplesUv, at): Lead[] => {
      const lead = this.stream.leads[this.stored[at] ?? 0]
      return lead ? [{ ...lead, samplesUv }] : []
    })
    const part = { leads, startMs: msOf(this.window.firstSampleIndex), fromMs: msOf(this.from), toMs: msOf(to) }
    this.from = to
    return part
  }
}

type About = Pick<EcgStream, 'format' | 'sampleRateHz' | 'recordedAt' | 'patient' | 'device' | 'warnings'>

/** A minute of a part as a recording for the engine, from an instant of the whole on; null where no lead has a sample. */
export function minuteOf(
  part: Part,
  aroundMs: number,
  about: About,
  isSynthetic: boolean,
): (EcgRecording & { readonly startMs: number }) | null {
  const { format, sampleRateHz, recordedAt, patient, device, warnings } = about
  const length = Math.round(MINUTE_S * sampleRateHz)
  const longest = Math.max(0, ...part.leads.map(({ samplesUv }) => samplesUv.length))
  const wanted = Math.round(((aroundMs - part.startMs) / 1000) * sampleRateHz - length / 2)
  const first = Math.max(0, Math.min(wanted, longest - length))
  const leads = part.leads.flatMap((lead): Lead[] => {
    const samplesUv = lead.samplesUv.subarray(first, first + length)
    return samplesUv.every(Number.isNaN) ? [] : [{ ...lead, samplesUv }]
  })
  if (leads.length === 0) return null
  return {
    ...{ format, sampleRateHz, recordedAt, patient, device, warnings, isSynthetic, reported: NOTHING_REPORTED },
    leads: completeLeads(leads),
    startMs: part.startMs + (first * 1000) / sampleRateHz,
  }
}

const MINUTE_S = 60
