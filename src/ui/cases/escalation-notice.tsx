'use client'
import { useTranslations } from 'next-intl'
import type { EscalationView } from '@/cases/api/views'
import { timeOfDay } from '@/i18n/format'
import { Banner } from '../kit/banner'
import { PhoneLink } from './phone-link'

export type FacilityCall = 'callCentre' | 'notSent' | 'notRepeated'

/** What a rung asks of the facility itself; null where it only calls others. An answer that waits has a bar of its own. */
export function facilityCallOf(escalation: EscalationView | null): FacilityCall | null {
  if (escalation === null) return null
  const { ladder, action } = escalation
  if (ladder === 'unsent') return 'notSent'
  if (ladder === 'unrepeated') return 'notRepeated'
  if (ladder === 'unconfirmed') return null
  return action === 'coordinator' || action === 'neighbour_pool' || action === 'breach' ? 'callCentre' : null
}

/** Nobody has acted so far: what the facility does now, and whom it calls. */
export function EscalationNotice({
  escalation,
  phone,
}: {
  readonly escalation: EscalationView | null
  /** Of the centre that answers the facility. */
  readonly phone: string | null
}) {
  const t = useTranslations('cases.escalation')
  const call = facilityCallOf(escalation)
  if (call === null || escalation === null) return null
  const isCall = call === 'callCentre'
  const isUnopened = escalation.ladder !== 'unanswered'
  return (
    <Banner
      tone={isCall || call === 'notSent' ? 'emergent' : 'urgent'}
      isAlert
      title={t(isCall && isUnopened ? 'callCentreUnopened' : call)}
      actions={isCall && phone !== null && <PhoneLink phone={phone} isRed />}
    >
      {t(`${call}Text`, { time: timeOfDay(escalation.at) })}
    </Banner>
  )
}
