'use client'
import { Plus, Search, Siren } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CaseListItem, CaseListResult } from '@/cases/api/views'
import { type CaseState, ENDED_STATES } from '@/cases/case-state'
import { CASE_CLASSES, VERDICTS } from '@/cases/values'
import { Button, ButtonLink } from '../kit/button'
import { EmptyState } from '../kit/empty-state'
import { FailureBanner } from '../kit/failure-banner'
import { Input } from '../kit/field'
import { PageHeader } from '../kit/page-header'
import { SegmentedControl } from '../kit/segmented-control'
import { Skeleton } from '../kit/skeleton'
import { isAwaitingNurse } from './awaiting-nurse'
import { CaseRow } from './case-row'
import { EscalationNotice, facilityCallOf } from './escalation-notice'
import { SHOWS, type Show, useCaseList } from './use-case-list'
import { usePatientText } from './use-patient-text'

/** The cases of a facility (or, read-only, of a region): answers to confirm first, then what waits, drafts, what ended. */
export function CasesPage({
  initial,
  isFacility,
  centrePhone,
}: {
  readonly initial: CaseListResult
  readonly isFacility: boolean
  /** Whom a facility calls when nobody answers. */
  readonly centrePhone: string | null
}) {
  const t = useTranslations('cases')
  const common = useTranslations('common')
  const list = useCaseList(initial)
  return (
    <div className="mx-auto grid max-w-[1180px] gap-3 p-3">
      <PageHeader
        title={isFacility ? t('title') : t('titleRegion')}
        actions={
          isFacility && (
            <>
              <ButtonLink href="/cases/new" size="lg" className="max-md:px-2 max-sm:[&_svg]:hidden">
                <Plus size={18} aria-hidden="true" />
                {t('new')}
              </ButtonLink>
              <ButtonLink
                href={'/cases/new?emergency=1' as Route}
                size="lg"
                tone="danger"
                className="max-md:px-2 max-sm:[&_svg]:hidden"
              >
                <Siren size={18} aria-hidden="true" />
                {t('emergency')}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <span className="relative min-w-0 flex-1 basis-64">
          <Search
            size={16}
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-3"
          />
          <Input
            type="search"
            className="pl-9"
            aria-label={t('search')}
            placeholder={t('search')}
            value={list.q}
            onChange={(event) => list.setQ(event.target.value)}
          />
        </span>
        <SegmentedControl
          label={t('show.label')}
          isLabelHidden
          look="tabs"
          value={list.show}
          onChange={list.setShow}
          segments={SHOWS.filter((show) => isFacility || show !== 'drafts').map((value) => ({
            value,
            label: t(`show.${value}`),
          }))}
          className="max-md:w-full"
        />
      </div>
      {isFacility && <CalledFor items={list.items} phone={centrePhone} />}
      {list.failure && <FailureBanner failure={list.failure} onRetry={list.reload} />}
      {list.isLoading ? <LoadingRows /> : <Groups list={list} isFacility={isFacility} />}
      {list.nextCursor !== null && (
        <Button isBusy={list.isLoadingMore} onClick={list.loadMore} className="justify-self-center">
          {common('loadMore')}
        </Button>
      )}
    </div>
  )
}

/** The most urgent thing that the ladder asks of this facility; the rest is counted. */
function CalledFor({ items, phone }: { readonly items: readonly CaseListItem[]; readonly phone: string | null }) {
  const t = useTranslations('cases')
  const text = usePatientText()
  const called = items
    .filter((item) => facilityCallOf(item.escalation) !== null && !isAwaitingNurse(item))
    .toSorted((a, b) => CASE_CLASSES.indexOf(a.class) - CASE_CLASSES.indexOf(b.class))
  const [first] = called
  if (!first) return null
  return (
    <section aria-label={first.number} className="grid gap-1">
      <EscalationNotice escalation={first.escalation} phone={phone} />
      <p className="flex flex-wrap items-center gap-x-3 px-1">
        <Link
          href={hrefOf(first, true)}
          className="inline-flex min-h-8 items-center font-semi hover:underline max-md:min-h-11"
        >
          {first.patientName ?? (first.state === 'DRAFT' ? t('noName') : text.unknownName(first.sex))} ·{' '}
          {t('escalation.open')}
        </Link>
        {called.length > 1 && <span className="text-ink-2">{t('escalation.more', { count: called.length - 1 })}</span>}
      </p>
    </section>
  )
}

function Groups({ list, isFacility }: { readonly list: ReturnType<typeof useCaseList>; readonly isFacility: boolean }) {
  const t = useTranslations('cases')
  if (list.items.length === 0) {
    return (
      <div className="rounded-3 border border-line bg-surface">
        <Empty show={list.show} q={list.q} isFacility={isFacility} />
      </div>
    )
  }
  return GROUPS.map(({ key, has, order }) => {
    const items = list.items.filter(has).toSorted(order)
    if (items.length === 0) return null
    const title = t(`group.${key === 'answers' && !isFacility ? 'answersRegion' : key}`)
    return (
      <section key={key} aria-label={title}>
        <h2 className="flex h-7 items-center gap-2 px-0.5">
          {title}
          <span className="font-regular text-ink-3">{items.length}</span>
        </h2>
        <ul className="overflow-hidden rounded-3 border border-line bg-surface">
          {items.map((item) => (
            <CaseRow key={item.caseId} item={item} href={hrefOf(item, isFacility)} />
          ))}
        </ul>
      </section>
    )
  })
}

const isOneOf = (states: readonly CaseState[]) => (item: CaseListItem) => states.includes(item.state)
const isActing = isOneOf(['ACKNOWLEDGED', 'IN_TRANSFER'])
const isDraft = isOneOf(['DRAFT'])
const isOver = isOneOf(ENDED_STATES)
const asTheyCame = () => 0
const byUrgency = (a: CaseListItem, b: CaseListItem) =>
  verdictRank(a) - verdictRank(b) ||
  CASE_CLASSES.indexOf(a.class) - CASE_CLASSES.indexOf(b.class) ||
  a.createdAt.localeCompare(b.createdAt)
const verdictRank = ({ verdict }: CaseListItem) => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict))
const GROUPS = [
  { key: 'answers', has: isAwaitingNurse, order: byUrgency },
  {
    key: 'waiting',
    has: (item: CaseListItem) => ![isAwaitingNurse, isActing, isDraft, isOver].some((has) => has(item)),
    order: byUrgency,
  },
  { key: 'drafts', has: isDraft, order: asTheyCame },
  { key: 'acting', has: isActing, order: byUrgency },
  { key: 'ended', has: isOver, order: asTheyCame },
] as const

function hrefOf(item: CaseListItem, isFacility: boolean): Route {
  if (!isFacility) return `/review/${item.caseId}` as Route
  return (item.state === 'DRAFT' ? `/cases/new?draft=${item.caseId}` : `/cases/${item.caseId}`) as Route
}

function Empty({ show, q, isFacility }: { readonly show: Show; readonly q: string; readonly isFacility: boolean }) {
  const t = useTranslations('cases.empty')
  if (q !== '')
    return (
      <EmptyState tone="routine" title={t('search', { q })}>
        {t('searchText')}
      </EmptyState>
    )
  if (!isFacility) return <EmptyState title={t('region')} />
  const kind = show === 'all' ? 'open' : show
  return <EmptyState title={t(kind)}>{t(`${kind}Text`)}</EmptyState>
}

function LoadingRows() {
  return (
    <div aria-hidden="true" className="rounded-3 border border-line bg-surface">
      {['a', 'b', 'c', 'd'].map((key) => (
        <div
          key={key}
          className="grid min-h-14 items-center gap-4 border-b border-line px-4 last:border-b-0 md:grid-cols-[150px_1fr_260px_96px]"
        >
          <Skeleton className="h-5" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-5" />
        </div>
      ))}
    </div>
  )
}
