/** A waiting case for tests of the board. */
import type { QueueItem } from '@/cases/api/views'

export function madeItem(more: Partial<QueueItem> = {}): QueueItem {
  const caseId = more.caseId ?? 'a'
  return {
    caseId,
    number: `YK-${caseId}`,
    state: more.reader ? 'CLAIMED' : 'TRIAGED',
    class: 'URGENT',
    classReasons: [],
    patientName: null,
    sex: 'male',
    ageYears: 58,
    pinflMasked: null,
    reasons: ['chest_pain'],
    painNow: null,
    painOnsetAt: null,
    systolicMmHg: null,
    diastolicMmHg: null,
    heartRateBpm: null,
    spo2Percent: null,
    facilityName: 'Denov TTB',
    districtName: null,
    regionCode: '1722',
    isFromNeighbour: false,
    acuity: 20,
    queueKeyAt: '2026-11-22T09:09:00.000Z',
    escalation: null,
    submittedAt: '2026-11-22T09:00:00.000Z',
    openDueAt: '2026-11-22T09:03:00.000Z',
    answerDueAt: '2026-11-22T09:10:00.000Z',
    reader: null,
    ecg: 'waveform',
    recordingId: null,
    hasWarnings: false,
    isCancelRequested: false,
    isDemo: false,
    ...more,
  }
}
