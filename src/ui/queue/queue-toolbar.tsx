'use client'

import { ListFilter, Rows2, Rows3, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '../kit/button'
import { Checkbox, Input, Select } from '../kit/field'
import { Kbd } from '../kit/kbd'
import { SegmentedControl } from '../kit/segmented-control'
import { countChoices, isSameFilter, NO_FILTER } from './queue-filter'
import type { BoardFilter } from './use-board-filter'
import type { Density } from './use-density'
import { type NextCase, useReadInARow } from './use-next-case'

type Props = {
  readonly board: BoardFilter
  /** Null for who claims nothing. */
  readonly next: NextCase | null
  readonly density: readonly [Density, (density: Density) => void]
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onFilter: () => void
}

/** One line above the lanes: the next case, and what of the queue is looked at. */
export function QueueToolbar({ board, next, density, searchField, onFilter }: Props) {
  const t = useTranslations('queue')
  const { filter, setFilter, views } = board
  const choices = countChoices(filter)
  const view = views.views.find((one) => isSameFilter({ ...one.filter, q: filter.q }, filter))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {next && <NextCaseButton next={next} className="max-md:hidden" />}
      {next && <RowReading />}
      <span className="flex-1 max-md:hidden" />
      <span className="relative w-56 min-w-0 max-md:w-auto max-md:flex-1">
        <Search
          size={15}
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-ink-3"
        />
        <Input
          ref={searchField}
          type="search"
          className="pr-8 pl-8"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={filter.q}
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && event.key !== 'Enter') return
            if (event.key === 'Escape') setFilter({ ...filter, q: '' })
            event.currentTarget.blur()
          }}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2 my-auto grid place-items-center"
        >
          {filter.q === '' && <Kbd>/</Kbd>}
        </span>
      </span>
      <Button onClick={onFilter} aria-haspopup="dialog">
        <ListFilter size={15} aria-hidden="true" />
        {choices === 0 ? t('filter.open') : t('filter.openCount', { count: choices })}
      </Button>
      {views.views.length > 0 && (
        <Select
          aria-label={t('view.choose')}
          className="w-auto! max-w-44 max-md:hidden"
          value={view?.id ?? (choices === 0 ? '' : 'other')}
          onChange={(event) => {
            const chosen = views.views.find(({ id }) => id === event.target.value)
            setFilter({ ...(chosen?.filter ?? NO_FILTER), q: filter.q })
          }}
        >
          <option value="">{t('view.all')}</option>
          {views.views.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {view === undefined && choices > 0 && <option value="other">{t('view.other')}</option>}
        </Select>
      )}
      <SegmentedControl
        label={t('density.label')}
        isLabelHidden
        look="tabs"
        value={density[0]}
        onChange={density[1]}
        className="max-md:hidden"
        segments={[
          { value: 'comfortable' as const, label: <DensityLabel icon={Rows2} text={t('density.comfortable')} /> },
          { value: 'compact' as const, label: <DensityLabel icon={Rows3} text={t('density.compact')} /> },
        ]}
      />
    </div>
  )
}

function DensityLabel({ icon: Icon, text }: { readonly icon: typeof Rows2; readonly text: string }) {
  return (
    <span title={text}>
      <Icon size={15} aria-hidden="true" />
      <span className="sr-only">{text}</span>
    </span>
  )
}

export function NextCaseButton({ next, className }: { readonly next: NextCase; readonly className?: string }) {
  const t = useTranslations('queue.next')
  return (
    <Button
      tone="primary"
      isBusy={next.step === 'searching'}
      onClick={next.go}
      className={`min-w-32 max-md:min-h-tap max-md:flex-1 ${className ?? ''}`}
    >
      {next.step === 'searching' ? t('searching') : t('button')}
      <Kbd>N</Kbd>
    </Button>
  )
}

/** The switch of "read in a row". */
function RowReading() {
  const t = useTranslations('queue.next')
  const [isOn, setIsOn] = useReadInARow()
  return (
    <Checkbox
      checked={isOn}
      onChange={(event) => setIsOn(event.target.checked)}
      className="min-h-8! px-1 max-md:hidden"
      title={t('rowHint')}
    >
      {t('row')}
    </Checkbox>
  )
}
