'use client'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { PersonView } from '@/cases/api/admin-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { EmptyState } from '../kit/empty-state'
import { FailureBanner } from '../kit/failure-banner'
import { PageHeader } from '../kit/page-header'
import { Panel } from '../kit/panel'
import { useToast } from '../kit/toast'
import { LinkDialog } from './link-dialog'
import { type MadeLink, PersonDialog, type PersonStep } from './person-dialog'
import type { Places } from './person-fields'
import { fitsPersonFilter, NO_PERSON_FILTER, PersonFilters } from './person-filters'
import { PersonStepDialog } from './person-step-dialog'
import { PersonTable } from './person-table'
import { useList } from './use-list'

type Open =
  | null
  | { readonly kind: 'edit'; readonly person: PersonView | null }
  | { readonly kind: 'reset' | 'deactivate'; readonly person: PersonView }
  | { readonly kind: 'link'; readonly made: MadeLink }

export function PeopleBoard({
  people: initial,
  places,
  ownUserId,
}: {
  readonly people: readonly PersonView[]
  readonly places: Places
  readonly ownUserId: string
}) {
  const t = useTranslations('people')
  const toast = useToast()
  const [people, refresh] = useList<PersonView>('people', initial)
  const [filter, setFilter] = useState(NO_PERSON_FILTER)
  const [open, setOpen] = useState<Open>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const regionNames = useMemo(
    () => new Map(places.regions.map((region) => [region.code, region.name])),
    [places.regions],
  )

  const close = () => setOpen(null)
  const done = () => {
    close()
    void refresh()
  }
  const showLink = (made: MadeLink) => {
    setOpen({ kind: 'link', made })
    void refresh()
  }
  const takeStep = async (step: PersonStep, person: PersonView) => {
    if (step !== 'activate') return setOpen({ kind: step, person })
    close()
    const answer = await apiPost(`people/${person.userId}`, { isActive: true })
    setFailure(answer.ok ? null : answer)
    if (answer.ok) toast(t('activated', { name: person.name }))
    await refresh()
  }

  const shown = people.filter((person) => fitsPersonFilter(person, filter))
  const active = people.filter((person) => person.isActive)
  const invited = active.filter((person) => !person.hasPassword).length
  return (
    <div className="grid gap-3 p-3">
      <PageHeader
        title={t('title')}
        note={t('summary', { active: active.length, invited })}
        actions={
          <Button tone="primary" onClick={() => setOpen({ kind: 'edit', person: null })}>
            <UserPlus size={16} aria-hidden="true" />
            {t('invite')}
          </Button>
        }
      />
      <PersonFilters filter={filter} onChange={setFilter} facilities={places.facilities} />
      {failure && <FailureBanner failure={failure} />}
      <Panel isFlush className="overflow-hidden">
        {shown.length > 0 ? (
          <PersonTable
            people={shown}
            regionNames={regionNames}
            ownUserId={ownUserId}
            onChange={(person) => setOpen({ kind: 'edit', person })}
          />
        ) : (
          <EmptyState
            tone="routine"
            title={t('none')}
            actions={<Button onClick={() => setFilter(NO_PERSON_FILTER)}>{t('clear')}</Button>}
          >
            {t('noneText')}
          </EmptyState>
        )}
      </Panel>
      {open?.kind === 'edit' && (
        <PersonDialog
          person={open.person}
          places={places}
          isOwn={open.person?.userId === ownUserId}
          onClose={close}
          onSaved={done}
          onInvited={showLink}
          onStep={(step, person) => void takeStep(step, person)}
        />
      )}
      {(open?.kind === 'reset' || open?.kind === 'deactivate') && (
        <PersonStepDialog step={open.kind} person={open.person} onClose={close} onDone={done} onLink={showLink} />
      )}
      {open?.kind === 'link' && <LinkDialog made={open.made} onClose={close} />}
    </div>
  )
}
