'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import type { LinkResult, PersonView } from '@/cases/api/admin-views'
import { InvitePersonInput, UpdatePersonInput } from '@/cases/api/inputs'
import { codeText } from '@/i18n/code-text'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { useToast } from '../kit/toast'
import { checkInput } from './check-input'
import { changeOf, invitationOf, missingPlaces, NEW_PERSON, personDraftOf } from './person-draft'
import { PersonFields, type Places } from './person-fields'
import { useFocusFault } from './use-focus-fault'

export type MadeLink = { readonly name: string; readonly link: string; readonly expiresAt: string }
export type PersonStep = 'reset' | 'deactivate' | 'activate'

/** Invites somebody, or changes the person who is given. */
export function PersonDialog({
  person,
  places,
  isOwn,
  onClose,
  onSaved,
  onInvited,
  onStep,
}: {
  readonly person: PersonView | null
  readonly places: Places
  readonly isOwn: boolean
  readonly onClose: () => void
  readonly onSaved: () => void
  readonly onInvited: (link: MadeLink) => void
  readonly onStep: (step: PersonStep, person: PersonView) => void
}) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const toast = useToast()
  const formId = useId()
  const [draft, setDraft] = useState(() => (person ? personDraftOf(person) : NEW_PERSON))
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = person ? changeOf(person, draft) : invitationOf(draft)
    const fault = checkInput(person ? UpdatePersonInput : InvitePersonInput, input, missingPlaces(draft))
    setFailure(fault)
    if (fault) return
    setIsBusy(true)
    const answer = person
      ? await apiPost<PersonView>(`people/${person.userId}`, input)
      : await apiPost<LinkResult>('people', input)
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    if ('link' in answer.data) return onInvited({ name: draft.name, ...answer.data })
    toast(t('saved'))
    onSaved()
  }

  const form = useFocusFault(failure)
  const hasFieldFaults = (failure?.problem?.errors?.length ?? 0) > 0
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={person ? t('changeTitle', { name: person.name }) : t('inviteTitle')}
      description={person ? t('moveNote') : t('inviteText')}
      footer={
        <>
          {person && !isOwn && <StepButtons person={person} onStep={onStep} />}
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} isBusy={isBusy}>
            {isBusy ? t('busy') : person ? t('save') : t('inviteSubmit')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={(event) => void submit(event)} className="grid gap-3">
        <PersonFields
          draft={draft}
          onChange={setDraft}
          places={places}
          failure={failure}
          isNew={person === null}
          isOwn={isOwn}
        />
        {failure && <PersonFailure failure={failure} hasFieldFaults={hasFieldFaults} />}
      </form>
    </Dialog>
  )
}

function StepButtons({
  person,
  onStep,
}: {
  readonly person: PersonView
  readonly onStep: (step: PersonStep, person: PersonView) => void
}) {
  const t = useTranslations('people')
  const step = person.isActive ? 'deactivate' : 'activate'
  return (
    <span className="flex gap-2 max-md:basis-full max-md:[&>*]:flex-1 md:mr-auto">
      <Button tone="quiet" onClick={() => onStep(step, person)}>
        {t(step)}
      </Button>
      {person.isActive && (
        <Button tone="quiet" onClick={() => onStep('reset', person)}>
          {t('reset')}
        </Button>
      )}
    </span>
  )
}

/** What belongs to no field of the form. */
export function PersonFailure({
  failure,
  hasFieldFaults,
}: {
  readonly failure: ApiFailure
  readonly hasFieldFaults: boolean
}) {
  const t = useTranslations('people.fault')
  const code = failure.problem?.errors?.find(({ path }) => path === '' || path === 'isActive')?.code
  const sentence = code === undefined ? '' : codeText(t, code, '')
  if (sentence !== '') {
    return (
      <p role="alert" className="text-emergent-ink">
        {sentence}
      </p>
    )
  }
  if (failure.problem?.code === 'forbidden') {
    return (
      <p role="alert" className="text-emergent-ink">
        {t('forbidden')}
      </p>
    )
  }
  return hasFieldFaults ? null : <FailureBanner failure={failure} />
}
