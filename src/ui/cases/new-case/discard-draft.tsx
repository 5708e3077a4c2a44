'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { useCaseVerb } from '../case/use-case-verb'

/** Throws an unsent form away, after asking once. */
export function DiscardDraft({ draftId, onDiscarded }: { readonly draftId: string; readonly onDiscarded: () => void }) {
  const t = useTranslations('newCase.draft')
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const verb = useCaseVerb(draftId, () => undefined)
  const discard = async () => {
    if (!(await verb.post('cancel', { reason: 'other' }))) return
    onDiscarded()
    router.push('/cases')
  }
  return (
    <>
      <Button tone="quiet" className="justify-self-center" onClick={() => setAsking(true)}>
        {t('discard')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('discardTitle')}
        description={t('discardHint')}
        footer={
          <>
            <Button size="lg" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
            <Button size="lg" tone="danger" isBusy={verb.isBusy} onClick={() => void discard()}>
              {t('discard')}
            </Button>
          </>
        }
      >
        {verb.failure && <FailureBanner failure={verb.failure} />}
      </Dialog>
    </>
  )
}
