'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { nextState } from '@/cases/case-state'
import { Banner } from '../../kit/banner'
import { Button } from '../../kit/button'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Textarea } from '../../kit/field'
import { PhoneLink } from '../phone-link'
import type { CaseVerb } from './case-page'

/** Understood, or cannot and why: what closes the loop. */
export function ReadBack({ view, verb }: { readonly view: CaseView; readonly verb: CaseVerb }) {
  const t = useTranslations('case.readBack')
  const [isCannot, setCannot] = useState(false)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  if (!view.can.includes('acknowledge')) return null
  const isAmended = (view.reports.find(({ signedAt }) => signedAt !== null)?.amendment ?? null) !== null
  const cannot = async () => {
    setAsked(true)
    if (reason.trim() === '') return
    if (await verb.post('acknowledge', { response: 'cannot', reason: reason.trim() })) setCannot(false)
  }
  return (
    <section aria-label={t('title')} className="grid gap-2">
      <div className="grid gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
        <Button
          tone="primary"
          size="xl"
          isBusy={verb.isBusy}
          onClick={() => void verb.post('acknowledge', { response: 'understood' })}
          className="flex-col gap-0!"
        >
          <span className="flex items-center gap-2 font-bold">
            <Check size={22} aria-hidden="true" />
            {t(isAmended ? 'understoodChange' : 'understood')}
          </span>
          <span className="text-12 font-regular">{t('understoodHint')}</span>
        </Button>
        {nextState(view.state, 'cannot_do') !== null && (
          <Button size="xl" className="text-16!" aria-expanded={isCannot} onClick={() => setCannot(!isCannot)}>
            {t('cannot')}
          </Button>
        )}
        {view.centre && <PhoneLink phone={view.centre.phone} />}
      </div>
      {isCannot && (
        <Banner tone="urgent" title={t('cannotTitle')}>
          <div className="mt-2 grid gap-2">
            <Field label={t('reason')} error={isAsked && reason.trim() === '' ? t('reasonMissing') : undefined}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Button
              tone="danger"
              size="lg"
              isBusy={verb.isBusy}
              onClick={() => void cannot()}
              className="justify-self-start"
            >
              {t('sendCannot')}
            </Button>
          </div>
        </Banner>
      )}
      {verb.failure && <FailureBanner failure={verb.failure} />}
    </section>
  )
}
