/**
 * How far a recording can be trusted, lead by lead and as a whole (clinical.md B5).
 *
 * The answer goes to the person at the recorder before anything is sent and never blocks sending. Not judged:
 * bandwidth (files do not say it reliably). A lone flat limb lead is no more than a warning here: it is rather
 * an exchange of electrodes (B6).
 */
import type { QualityNote, QualityReason, RecordingQuality } from '../measure/types'
import type { EcgRecording, LeadName } from '../types'
import { type CheckInput, prepareChecks } from './check'
import { CHECKS } from './checks'
import { BAD_CHEST_LEADS, LEAST_USABLE_MS, WARNED_LEADS } from './limits'
import { missingLeadsOf } from './missing'
import { usableMsOf } from './recording-form'

type Detection = { readonly rPeakIndices: readonly number[] }
type LeadQuality = NonNullable<RecordingQuality['leads'][LeadName]>

/** `detection` holds sample indices at the recording's own rate; null where nobody looked for beats. */
export function assessQuality(recording: EcgRecording, detection: Detection | null): RecordingQuality {
  const input = prepareChecks(recording, detection?.rPeakIndices ?? null)
  const notes = joined(CHECKS.flatMap((check) => check(input)))
  const leads = leadQualities(input, notes)
  const usableMs = usableMsOf(input)
  const withoutOverall = { notes, leads, missingLeads: missingLeadsOf(input), usableMs }
  return { overall: overallOf(withoutOverall, input), ...withoutOverall }
}

/** Each of these is too much even in one lead and as a warning. */
const LIMITING: ReadonlySet<QualityReason> = new Set(['missing-lead', 'limb-leads-inconsistent', 'lead-off'])

/** One note per reason and severity, with all its leads and the worst value. */
function joined(notes: readonly QualityNote[]): readonly QualityNote[] {
  const byKind = Map.groupBy(notes, ({ reason, severity }) => `${reason} ${severity}`)
  return [...byKind.values()].flatMap((same) => {
    const worst = same.toSorted((one, other) => excess(other) - excess(one))[0]
    return worst ? [{ ...worst, leads: [...new Set(same.flatMap(({ leads }) => leads))] }] : []
  })
}

const excess = ({ value, limit }: QualityNote): number => Math.abs((value ?? 0) - (limit ?? 0))

function leadQualities({ recording, leads }: CheckInput, notes: readonly QualityNote[]): RecordingQuality['leads'] {
  const stored = new Map(leads.map(({ name }) => [name, worstOf(notes.filter((note) => note.leads.includes(name)))]))
  const silent = missingLeadsOf({ recording, leads, rPeakIndices: null, qrsMask: new Uint8Array() })
  const ofSources = worseOf(stored.get('I') ?? 'good', stored.get('II') ?? 'good')
  return Object.fromEntries(
    recording.leads.map(({ name }) => {
      const isSilent = silent.some((missing) => missing === name)
      return [name, isSilent ? 'bad' : (stored.get(name) ?? ofSources)]
    }),
  )
}

function worstOf(notes: readonly QualityNote[]): LeadQuality {
  if (notes.some(({ severity }) => severity === 'bad')) return 'bad'
  return notes.some(({ severity }) => severity === 'warn') ? 'warn' : 'good'
}

function worseOf(one: LeadQuality, other: LeadQuality): LeadQuality {
  if (one === 'bad' || other === 'bad') return 'bad'
  return one === 'warn' || other === 'warn' ? 'warn' : 'good'
}

function overallOf(
  { notes, leads, usableMs }: Omit<RecordingQuality, 'overall'>,
  input: CheckInput,
): RecordingQuality['overall'] {
  const storedWith = (quality: LeadQuality) => input.leads.filter(({ name }) => leads[name] === quality)
  const bad = storedWith('bad')
  const isUnacceptable =
    bad.some(({ name }) => name === 'I' || name === 'II') ||
    bad.filter(({ name }) => name.startsWith('V')).length >= BAD_CHEST_LEADS ||
    usableMs < LEAST_USABLE_MS ||
    notes.some(({ reason }) => reason === 'no-qrs')
  if (isUnacceptable) return 'unacceptable'
  const isOfWholeRecording = (note: QualityNote) => note.leads.length === 0 || LIMITING.has(note.reason)
  const isLimited =
    bad.length > 0 ||
    storedWith('warn').length >= WARNED_LEADS ||
    notes.some((note) => isOfWholeRecording(note) && note.severity !== 'info')
  return isLimited ? 'limited' : 'good'
}
