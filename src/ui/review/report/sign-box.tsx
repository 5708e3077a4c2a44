'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '@/cases/failure'
import { Button } from '../../kit/button'
import { Kbd } from '../../kit/kbd'
import { ConfirmPassword } from './confirm-password'

/** A signature that is asked for twice: the first press says what would happen, and what is still wrong. */
export function useSigning({
  canSign,
  isWhole,
  isBusy,
  sign,
}: {
  readonly canSign: boolean
  readonly isWhole: boolean
  readonly isBusy: boolean
  readonly sign: () => void
}) {
  const [step, setStep] = useState<'writing' | 'asked' | 'incomplete'>('writing')
  const press = () => {
    if (isBusy || !canSign) return
    if (!isWhole) return setStep('incomplete')
    if (step !== 'asked') return setStep('asked')
    setStep('writing')
    sign()
  }
  return { step: step === 'incomplete' && isWhole ? 'writing' : step, press, back: () => setStep('writing') }
}

type Props = {
  readonly signing: ReturnType<typeof useSigning>
  readonly canSign: boolean
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** What happens with the signature. */
  readonly consequence: string
  readonly sentences: readonly string[]
  readonly onConfirmed: () => void
}

export function SignBox({ signing, canSign, isBusy, problem, consequence, sentences, onConfirmed }: Props) {
  const t = useTranslations('review.report')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Signed by keys from the top of a long report: what they answer must come into sight.
    if (signing.step !== 'writing') box.current?.scrollIntoView({ block: 'nearest' })
  }, [signing.step])
  if (problem?.code === 'confirm_password') return <ConfirmPassword onConfirmed={onConfirmed} />
  return (
    <div ref={box} className="grid scroll-mt-24 scroll-mb-32 gap-2">
      {signing.step === 'incomplete' && (
        <ul role="alert" className="grid gap-1 text-emergent-ink">
          {sentences.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {signing.step === 'asked' && <p className="text-ink-2">{consequence}</p>}
      <Button tone="primary" size="lg" isWide isBusy={isBusy} disabled={!canSign} onClick={signing.press}>
        {isBusy ? t('signing') : t(signing.step === 'asked' ? 'confirm' : 'sign')} <Kbd>Ctrl</Kbd>
        <Kbd>↵</Kbd>
      </Button>
      {signing.step === 'asked' && (
        <Button isWide onClick={signing.back}>
          {t('confirmBack')}
        </Button>
      )}
    </div>
  )
}
