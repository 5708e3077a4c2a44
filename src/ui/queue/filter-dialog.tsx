'use client'

import { Star, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, IconButton } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { Checkbox, Field, Input, Select } from '../kit/field'
import { SegmentedControl } from '../kit/segmented-control'
import { ECG_KINDS, FILTER_CLASSES, NO_FILTER, type QueueFilter } from './queue-filter'
import { MAX_NAME } from './saved-views'
import type { ViewKeeper } from './use-saved-views'

type Props = {
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly facilities: readonly { readonly name: string; readonly count: number }[]
  readonly views: ViewKeeper
  readonly onClose: () => void
}

/** What the board shows, changed at once behind the dialog; and the views that keep such choices under a name. */
export function FilterDialog({ filter, onFilter, facilities, views, onClose }: Props) {
  const t = useTranslations('queue.filter')
  const tClass = useTranslations('common.class')
  const tEcg = useTranslations('queue.row.ecg')
  const change = (part: Partial<QueueFilter>) => onFilter({ ...filter, ...part })
  const isKnown = filter.facility === null || facilities.some(({ name }) => name === filter.facility)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      description={t('note')}
      footer={
        <>
          <Button tone="quiet" onClick={() => onFilter({ ...NO_FILTER, q: filter.q })}>
            {t('clear')}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label={t('class')}
        look="modes"
        value={filter.class ?? 'all'}
        onChange={(value) => change({ class: value === 'all' ? null : value })}
        segments={[
          { value: 'all' as const, label: t('allClasses') },
          ...FILTER_CLASSES.map((value) => ({ value, label: tClass(value) })),
        ]}
      />
      <Field label={t('facility')}>
        {(control) => (
          <Select
            {...control}
            value={filter.facility ?? ''}
            onChange={(event) => change({ facility: event.target.value || null })}
          >
            <option value="">{t('allFacilities')}</option>
            {!isKnown && <option>{filter.facility}</option>}
            {facilities.map(({ name, count }) => (
              <option key={name} value={name}>
                {t('facilityCount', { name, count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('ecg')}>
        {(control) => (
          <Select
            {...control}
            value={filter.ecg ?? ''}
            onChange={(event) => change({ ecg: ECG_KINDS.find((kind) => kind === event.target.value) ?? null })}
          >
            <option value="">{t('allEcgs')}</option>
            {ECG_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {tEcg(kind)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid">
        <Checkbox checked={filter.isOverdue} onChange={(event) => change({ isOverdue: event.target.checked })}>
          {t('overdue')}
        </Checkbox>
        <Checkbox checked={filter.isMine} onChange={(event) => change({ isMine: event.target.checked })}>
          {t('mine')}
        </Checkbox>
        <Checkbox
          checked={filter.isFromNeighbour}
          onChange={(event) => change({ isFromNeighbour: event.target.checked })}
        >
          {t('neighbour')}
        </Checkbox>
      </div>
      <Views filter={filter} onFilter={onFilter} views={views} />
    </Dialog>
  )
}

function Views({ filter, onFilter, views }: Pick<Props, 'filter' | 'onFilter' | 'views'>) {
  const t = useTranslations('queue.view')
  const [name, setName] = useState('')
  const save = () => {
    if (name.trim() === '') return
    views.save(name, filter)
    setName('')
  }
  return (
    <section aria-label={t('title')} className="grid gap-2 border-t border-line pt-3">
      <h3>{t('title')}</h3>
      {views.views.length === 0 && <p className="text-12 text-ink-2">{t('none')}</p>}
      <ul className="grid">
        {views.views.map((view) => {
          const isDefault = view.id === views.defaultId
          return (
            <li key={view.id} className="flex items-center gap-1">
              <Button tone="quiet" className="min-w-0 flex-1 justify-start!" onClick={() => onFilter(view.filter)}>
                <span className="truncate">{view.name}</span>
                {isDefault && <span className="text-12 text-ink-3">{t('isDefault')}</span>}
              </Button>
              <IconButton
                label={t(isDefault ? 'noDefault' : 'makeDefault', { name: view.name })}
                aria-pressed={isDefault}
                onClick={() => views.makeDefault(isDefault ? null : view.id)}
              >
                <Star size={16} aria-hidden="true" fill={isDefault ? 'currentColor' : 'none'} />
              </IconButton>
              <IconButton label={t('remove', { name: view.name })} onClick={() => views.remove(view.id)}>
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <div className="flex items-end gap-2">
        <Field label={t('name')} className="flex-1">
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={MAX_NAME}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && save()}
            />
          )}
        </Field>
        <Button onClick={save} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </div>
    </section>
  )
}
