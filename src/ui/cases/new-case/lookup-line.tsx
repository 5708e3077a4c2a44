'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { plainDate, shortInstant } from '@/i18n/format'
import { Banner } from '../../kit/banner'
import { useNow } from '../../live/now'
import { usePatientText } from '../use-patient-text'
import type { CaseForm, SetForm } from './case-form'
import type { Lookup } from './use-patient-lookup'

/** What the number told: the person and the earlier ECGs, nobody, or no line. */
export function LookupLine({ lookup }: { readonly lookup: Lookup }) {
  const t = useTranslations('newCase.lookup')
  const text = usePatientText()
  const now = useNow()
  const found = lookup.status === 'found' ? lookup.result : null
  return (
    <div role="status">
      {lookup.status === 'searching' && <p className="text-12 text-ink-2">{t('searching')}</p>}
      {lookup.status === 'none' && <p className="text-12 text-ink-2">{t('none')}</p>}
      {lookup.status === 'no_line' && <p className="text-12 text-urgent-ink">{t('noLine')}</p>}
      {found?.patient && (
        <Banner tone="done">
          <p className="text-16 font-semi">{text.name(found.patient)}</p>
          <p className="text-ink-2">{text.details(found.patient)}</p>
          <p className="text-ink-2">
            {found.earlierEcgs.length === 0
              ? t('noEarlier')
              : found.earlierEcgs
                  .map(({ facilityName, count, lastAt }) =>
                    t('earlier', { count, facility: facilityName, last: shortInstant(lastAt, now) }),
                  )
                  .join(' · ')}
          </p>
        </Banner>
      )}
    </div>
  )
}

/** A person who was found fills what is still empty; what somebody typed is never overwritten. */
export function useFillFromLookup(lookup: Lookup, form: CaseForm, set: SetForm): void {
  const filled = useRef<string | null>(null)
  const patient = lookup.status === 'found' ? lookup.result.patient : null
  useEffect(() => {
    if (!patient || filled.current === patient.patientId) return
    filled.current = patient.patientId
    set({
      familyName: form.familyName || (patient.familyName ?? ''),
      givenName: form.givenName || (patient.givenName ?? ''),
      patronymic: form.patronymic || (patient.patronymic ?? ''),
      sex: form.sex ?? patient.sex,
      birthDate: form.birthDate || (patient.birthDate === null ? '' : plainDate(patient.birthDate)),
    })
  }, [patient, form, set])
}
