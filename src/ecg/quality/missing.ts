/** leads that the recording does not have, and samples that a lead does not have. */
import type { QualityNote } from '../measure/types'
import { STANDARD_LEADS, type StandardLead } from '../types'
import type { Check, CheckedLead, CheckInput } from './check'

export const checkMissing: Check = (input) => {
  const absent = missingLeadsOf(input)
  const notes: QualityNote[] = []
  if (absent.length > 0) {
    notes.push({ reason: 'missing-lead', severity: 'warn', leads: absent, value: absent.length, limit: 0 })
  }
  const { sampleRateHz } = input.recording
  for (const { name, missingCount } of input.leads) {
    if (missingCount === 0) continue
    const value = (missingCount * 1000) / sampleRateHz
    notes.push({ reason: 'missing-samples', severity: 'warn', leads: [name], value, limit: 0 })
  }
  return notes
}

/** Absent from the file, or there and nothing but zeros. */
export function missingLeadsOf({ recording, leads }: CheckInput): readonly StandardLead[] {
  return STANDARD_LEADS.filter((name) => {
    if (!recording.leads.some((lead) => lead.name === name)) return true
    const stored = leads.find((lead) => lead.name === name)
    return stored !== undefined && isSilent(stored)
  })
}

const isSilent = (lead: CheckedLead): boolean => lead.lowestUv === 0 && lead.highestUv === 0 && !lead.isLoneFlatLimbLead
