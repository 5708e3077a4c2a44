import type { CaseClass, Verdict } from '@/cases/values'
import type { Tone } from '../kit/tone'

/** Which family of colour a class and a verdict speak in. */
export const CLASS_TONE: Readonly<Record<CaseClass, Tone>> = {
  EMERGENT: 'emergent',
  URGENT: 'urgent',
  ROUTINE: 'routine',
}
export const VERDICT_TONE: Readonly<Record<Verdict, Tone>> = {
  act_now: 'emergent',
  repeat: 'quality',
  no_emergency: 'done',
}
