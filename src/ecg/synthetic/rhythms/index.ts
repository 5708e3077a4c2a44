/** The list of rhythms. A rhythm is added here and in its own file, nowhere else. */
import { atrialFibrillation, atrialFlutter, supraventricularTachycardia } from './atrial'
import {
  advancedBlock,
  completeBlock,
  completeBlockWideEscape,
  firstDegreeBlock,
  mobitzOne,
  mobitzTwo,
  twoToOneBlock,
} from './blocks'
import type { Rhythm } from './rhythm'
import { atrialPremature, sinus, sinusBradycardia, sinusPause, sinusTachycardia, ventricularPremature } from './sinus'
import {
  asystole,
  paced,
  pacedWithoutCapture,
  polymorphicTachycardia,
  standstillWithPWaves,
  ventricularFibrillation,
  ventricularTachycardia,
} from './ventricular'

export const RHYTHMS = {
  sinus,
  'sinus-bradycardia': sinusBradycardia,
  'sinus-tachycardia': sinusTachycardia,
  'sinus-pause': sinusPause,
  'atrial-premature': atrialPremature,
  'ventricular-premature': ventricularPremature,
  'atrial-fibrillation': atrialFibrillation,
  'atrial-flutter': atrialFlutter,
  svt: supraventricularTachycardia,
  'av-block-1': firstDegreeBlock,
  'mobitz-1': mobitzOne,
  'mobitz-2': mobitzTwo,
  'av-block-2-to-1': twoToOneBlock,
  'av-block-advanced': advancedBlock,
  'av-block-3': completeBlock,
  'av-block-3-wide': completeBlockWideEscape,
  vt: ventricularTachycardia,
  'polymorphic-vt': polymorphicTachycardia,
  vf: ventricularFibrillation,
  asystole,
  'p-wave-asystole': standstillWithPWaves,
  paced,
  'paced-without-capture': pacedWithoutCapture,
} satisfies Record<string, Rhythm>

export type RhythmName = keyof typeof RHYTHMS
