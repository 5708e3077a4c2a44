'use client'
import { CircleCheck, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import type { AssessmentView, QualityView } from '@/cases/api/assessment-views'
import { STANDARD_LEADS } from '@/ecg/types'
import { Banner } from '../kit/banner'
import { Button, buttonLook } from '../kit/button'
import { useReasonText } from './use-reason-text'

/** Before sending: what is wrong with the recording and how to do better. Sending as it is stays one tap away. */
export function QualityGate({
  assessment,
  onAgain,
}: {
  readonly assessment: AssessmentView
  /** Takes the recording that was made again. */
  readonly onAgain: (files: readonly File[]) => void
}) {
  const t = useTranslations('analysis.quality')
  const [isAccepted, setIsAccepted] = useState(false)
  const chooseId = useId()
  const { quality } = assessment
  // Weak signs are for the reader: to record again for nothing costs minutes.
  const swap = assessment.swap?.confidence === 'low' ? null : assessment.swap
  if (!quality) return <p className="text-12 text-ink-2">{t('notMeasured')}</p>
  const faults = quality.notes.filter((note) => note.severity === 'bad' || note.reason === 'no-qrs')
  if (faults.length === 0 && !swap)
    return (
      <p className="flex items-center gap-1.5 text-12 text-done-ink">
        <CircleCheck size={16} aria-hidden="true" />
        {t(quality.overall === 'good' ? 'good' : 'limited')}
      </p>
    )
  if (isAccepted) return <p className="text-12 text-ink-2">{t('asItIsDone')}</p>
  return (
    <div className="grid gap-2">
      <QualityBanner
        faults={faults}
        swap={swap}
        actions={
          <>
            <label
              htmlFor={chooseId}
              className={`${buttonLook({ tone: 'primary' })} relative cursor-pointer focus-within:shadow-[var(--focus)]`}
            >
              <RotateCw size={16} aria-hidden="true" />
              {t('again')}
              <input
                id={chooseId}
                type="file"
                multiple
                className="sr-only"
                onChange={(event) => {
                  onAgain([...(event.target.files ?? [])])
                  event.target.value = ''
                }}
              />
            </label>
            <Button onClick={() => setIsAccepted(true)}>{t('asItIs')}</Button>
          </>
        }
      />
      <OthersGood notes={quality.notes} />
    </div>
  )
}

function QualityBanner({
  faults,
  swap,
  actions,
}: {
  readonly faults: QualityView['notes']
  readonly swap: AssessmentView['swap']
  readonly actions: ReactNode
}) {
  const t = useTranslations('analysis.quality')
  const tSwap = useTranslations('analysis.swap')
  const first = faults[0]
  const reasonText = useReasonText()
  const what = faults.map(reasonText).join('; ')
  const swapName = swap && tSwap(`kind.${swap.kind}`, { leads: swap.leads.join(', ') })
  const isChest = swap?.kind === 'chest-order' || swap?.kind === 'high-chest'
  const places = faults.filter(({ reason }) => ELECTRODE_FAULTS.includes(reason)).flatMap((note) => note.leads)
  return (
    <Banner
      tone="quality"
      isAlert
      title={first ? t('againTitle', { what }) : tSwap('title', { what: swapName ?? '' })}
      actions={actions}
    >
      {places
        .filter(isChestLead)
        .slice(0, MOST_PLACES)
        .map((lead) => (
          <p key={lead}>{t(`place.${lead}`)}</p>
        ))}
      {first && <p>{t(`hint.${first.reason}`)}</p>}
      {first && swap && <p className="font-medium">{tSwap('title', { what: swapName ?? '' })}</p>}
      {swap && <p>{tSwap(isChest ? 'chestHint' : 'hint')}</p>}
      <p className="text-12 text-ink-2">{t('emergencyHint')}</p>
    </Banner>
  )
}

/** Where few leads are at fault and nothing at all is said against the others. */
function OthersGood({ notes }: { readonly notes: QualityView['notes'] }) {
  const t = useTranslations('analysis.quality')
  const touched = new Set(notes.filter(({ severity }) => severity !== 'info').flatMap((note) => note.leads))
  const count = STANDARD_LEADS.filter((lead) => !touched.has(lead)).length
  if (touched.size === 0 || touched.size > MOST_TOUCHED) return null
  return (
    <p className="flex items-center gap-1.5 text-12 text-done-ink">
      <CircleCheck size={16} aria-hidden="true" />
      {t('othersGood', { count })}
    </p>
  )
}

/** Where to press an electrode on again; noise comes from elsewhere. */
const ELECTRODE_FAULTS: readonly QualityView['notes'][number]['reason'][] = [
  'lead-off',
  'saturated',
  'electrode-movement',
  'missing-lead',
]
const MOST_PLACES = 2
const MOST_TOUCHED = 3

const CHEST_LEADS = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const

function isChestLead(lead: string): lead is (typeof CHEST_LEADS)[number] {
  return (CHEST_LEADS as readonly string[]).includes(lead)
}
