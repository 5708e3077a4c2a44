'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { CreateFacilityInput } from '@/cases/api/inputs'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { useToast } from '../kit/toast'
import { checkInput } from './check-input'
import { draftOf, inputOf, newDraft } from './facility-draft'
import { FacilityFields } from './facility-fields'
import { useFocusFault } from './use-focus-fault'

/** Adds a facility, or changes the one that is given. */
export function FacilityDialog({
  facility,
  regions,
  centres,
  onClose,
  onSaved,
  onRest,
}: {
  readonly facility: FacilityView | null
  readonly regions: readonly RegionView[]
  readonly centres: readonly FacilityView[]
  readonly onClose: () => void
  readonly onSaved: () => void
  readonly onRest: (facility: FacilityView) => void
}) {
  const t = useTranslations('facilities')
  const common = useTranslations('common')
  const toast = useToast()
  const formId = useId()
  const [draft, setDraft] = useState(() => (facility ? draftOf(facility) : newDraft(regions, centres)))
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = inputOf(draft)
    const fault = checkInput(CreateFacilityInput, input)
    setFailure(fault)
    if (fault) return
    setIsBusy(true)
    const path = facility ? `facilities/${facility.facilityId}` : 'facilities'
    const answer = await apiPost<FacilityView>(path, input)
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    toast(facility ? t('saved') : t('created', { name: answer.data.name }))
    onSaved()
  }

  const form = useFocusFault(failure)
  const hasFieldFaults = (failure?.problem?.errors?.length ?? 0) > 0
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={facility ? t('changeTitle', { name: facility.name }) : t('createTitle')}
      footer={
        <>
          {facility && (
            <Button tone="quiet" className="md:mr-auto" onClick={() => onRest(facility)}>
              {facility.isActive ? t('deactivate') : t('activate')}
            </Button>
          )}
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} isBusy={isBusy}>
            {isBusy ? t('busy') : facility ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={(event) => void submit(event)} className="grid gap-3">
        <FacilityFields
          draft={draft}
          onChange={setDraft}
          regions={regions}
          centres={centres.filter((centre) => centre.facilityId !== facility?.facilityId)}
          failure={failure}
        />
        {failure && !hasFieldFaults && <FailureBanner failure={failure} />}
      </form>
    </Dialog>
  )
}
