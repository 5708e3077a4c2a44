/**
 * What stays chosen from one ECG to the next, in a cookie so that the server draws it at once. Speed, gain, filters and
 * size do not stay: every trace begins on the usual scale.
 */
import { LAYOUT_IDS, type LayoutId } from '@/ecg/layout/layouts'
import { LEAD_NAMES, type LeadName } from '@/ecg/types'

export type ViewerChoice = {
  readonly wide: LayoutId
  /** On a phone. */
  readonly narrow: LayoutId
  /** Of the arrangement of a single lead. */
  readonly lead: LeadName
}

export const USUAL_CHOICE: ViewerChoice = { wide: '3x4+1', narrow: 'chest', lead: 'II' }
export const CHOICE_COOKIE = 'viewer'

export function choiceText({ wide, narrow, lead }: ViewerChoice): string {
  return encodeURIComponent([wide, narrow, lead].join(' '))
}

/** What is not known any more is the usual choice. */
export function parseChoice(text: string | undefined): ViewerChoice {
  const [wide, narrow, lead] = decoded(text ?? '').split(' ')
  return {
    wide: LAYOUT_IDS.find((id) => id === wide) ?? USUAL_CHOICE.wide,
    narrow: LAYOUT_IDS.find((id) => id === narrow) ?? USUAL_CHOICE.narrow,
    lead: LEAD_NAMES.find((name) => name === lead) ?? USUAL_CHOICE.lead,
  }
}

/** A cookie that somebody broke is no choice. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
