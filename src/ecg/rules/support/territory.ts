/** The wall that the leads look at (clinical.md B1), as keys of a text; a second one where two are involved. */
import type { LeadName } from '../../types'

type Territory =
  | 'none'
  | 'septal'
  | 'anterior'
  | 'anteroseptal'
  | 'anterolateral'
  | 'lateral'
  | 'highLateral'
  | 'inferior'
  | 'rightVentricle'
  | 'posterior'

export function territoryOf(leads: readonly LeadName[]): { readonly territory: Territory; readonly also: Territory } {
  const has = (...names: readonly LeadName[]) => names.some((name) => leads.includes(name))
  const found: Territory[] = [
    frontOf(has),
    has('II', 'III', 'aVF') ? 'inferior' : 'none',
    has('V3R', 'V4R') ? 'rightVentricle' : 'none',
    has('V7', 'V8', 'V9') ? 'posterior' : 'none',
  ]
  const [territory = 'none', also = 'none'] = found.filter((one) => one !== 'none')
  return { territory, also }
}

function frontOf(has: (...names: readonly LeadName[]) => boolean): Territory {
  const isSeptal = has('V1', 'V2')
  const isAnterior = has('V3', 'V4')
  const isLateral = has('V5', 'V6')
  const isHighLateral = has('I', 'aVL')
  if ((isSeptal || isAnterior) && (isLateral || isHighLateral)) return 'anterolateral'
  if (isSeptal && isAnterior) return 'anteroseptal'
  if (isSeptal) return 'septal'
  if (isAnterior) return 'anterior'
  if (isLateral) return 'lateral'
  return isHighLateral ? 'highLateral' : 'none'
}
