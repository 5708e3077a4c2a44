/** The list of checks (clinical.md B5, Q-01 … Q-10). A check is added here and in its own file, nowhere else. */
import { checkBaseline } from './baseline'
import type { Check } from './check'
import { checkDuplicates } from './duplicates'
import { checkElectrodeMovement } from './electrode-movement'
import { checkFastNoise } from './fast-noise'
import { checkFlat } from './flat'
import { checkGain } from './gain'
import { checkLimbLeads } from './limb-leads'
import { checkMissing } from './missing'
import { checkRecordingForm } from './recording-form'
import { checkSaturation } from './saturation'

export const CHECKS: readonly Check[] = [
  checkFlat,
  checkSaturation,
  checkBaseline,
  checkElectrodeMovement,
  checkFastNoise,
  checkGain,
  checkDuplicates,
  checkMissing,
  checkLimbLeads,
  checkRecordingForm,
]
