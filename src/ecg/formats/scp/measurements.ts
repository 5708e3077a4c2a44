/**
 * What the device measured (EN 1064): section 7 over all leads, section 10 lead by lead. Times in milliseconds,
 * amplitudes (not read) in microvolts; 29999, 29998 and 19999 stand for values that were not measured or not meant.
 */
import type { ByteReader } from '../../bytes'
import { leadOfScpNumber } from '../../leads'
import { NOTHING_REPORTED, reportedBpm, reportedDeg, reportedMs } from '../../reported'
import type { LeadName, Reported, ReportedLead } from '../../types'
import { openSection, type ScpRecord } from './sections'

const LIST_HEADER_BYTES = 6
const BEAT_BYTES = 16
const SPIKE_BYTES = 10
const LEAD_HEADER_BYTES = 4
const LEAD_VALUES_BYTES = 8

export function readMeasurements(record: ScpRecord): Omit<Reported, 'statements'> {
  const byLead = readLeads(record)
  const ofLeads = Object.keys(byLead).length > 0 ? { byLead } : {}
  const { statements: _none, ...nothing } = NOTHING_REPORTED
  return { ...nothing, ...readGlobal(record), ...ofLeads }
}

function readGlobal(record: ScpRecord): Partial<Reported> {
  const reader = openSection(record, 7)
  if (!reader || reader.remainingBytes < LIST_HEADER_BYTES) return {}
  const beatCount = reader.u8()
  const spikeCount = reader.u8()
  const rrMs = reportedMs(reader.u16())
  reader.skip(2)
  return {
    rrMs,
    ...(beatCount > 0 && reader.remainingBytes >= BEAT_BYTES ? readBeat(reader) : {}),
    ...readRates(record, beatCount, spikeCount),
  }
}

/** Section 7 counts onsets and offsets from the start of the reference beat. */
function readBeat(reader: ByteReader): Partial<Reported> {
  const pOnset = reportedMs(reader.u16())
  const pOffset = reportedMs(reader.u16())
  const qrsOnset = reportedMs(reader.u16())
  const qrsOffset = reportedMs(reader.u16())
  const tOffset = reportedMs(reader.u16())
  return {
    pMs: between(pOnset, pOffset),
    prMs: between(pOnset, qrsOnset),
    qrsMs: between(qrsOnset, qrsOffset),
    qtMs: between(qrsOnset, tOffset),
    pAxisDeg: reportedDeg(reader.i16()),
    qrsAxisDeg: reportedDeg(reader.i16()),
    tAxisDeg: reportedDeg(reader.i16()),
  }
}

function between(fromMs: number | null, toMs: number | null): number | null {
  return fromMs === null || toMs === null ? null : reportedMs(toMs - fromMs)
}

/** Rates and QTc follow the beats, the pacemaker spikes and the list of QRS types. */
function readRates(record: ScpRecord, beatCount: number, spikeCount: number): Partial<Reported> {
  const reader = openSection(record, 7)
  const listsBytes = LIST_HEADER_BYTES + beatCount * BEAT_BYTES + spikeCount * SPIKE_BYTES
  if (!reader || reader.remainingBytes < listsBytes + 2) return {}
  reader.skip(listsBytes)
  const qrsCount = reader.u16()
  if (reader.remainingBytes < qrsCount + 6) return {}
  reader.skip(qrsCount)
  const heartRateBpm = reportedBpm(reader.u16())
  reader.skip(2)
  return { heartRateBpm, qtcMs: reportedMs(reader.u16()) }
}

/** Of each lead its number, the length of its values, and the values: P, PR, QRS, QT first. */
function readLeads(record: ScpRecord): Partial<Record<LeadName, ReportedLead>> {
  const reader = openSection(record, 10)
  const byLead: Partial<Record<LeadName, ReportedLead>> = {}
  if (!reader || reader.remainingBytes < LEAD_HEADER_BYTES) return byLead
  const leadCount = reader.u16()
  reader.skip(2)
  for (let lead = 0; lead < leadCount && reader.remainingBytes >= LEAD_HEADER_BYTES; lead++) {
    const name = leadOfScpNumber(reader.u16())
    const lengthBytes = reader.u16()
    if (lengthBytes < LEAD_VALUES_BYTES || lengthBytes > reader.remainingBytes) break
    const [pMs = null, prMs = null, qrsMs = null, qtMs = null] = [0, 1, 2, 3].map(() => reportedMs(reader.i16()))
    reader.skip(lengthBytes - LEAD_VALUES_BYTES)
    if (name) byLead[name] = { pMs, prMs, qrsMs, qtMs }
  }
  return byLead
}
