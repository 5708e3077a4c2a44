'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useMemo, useState } from 'react'
import { languageOf } from '@/cases/report/search'
import { termIn } from '@/cases/report/statements'
import type { ReportStatement } from '@/cases/report/structure'
import { classNames } from '../../kit/class-names'
import { Input } from '../../kit/field'
import { type Entry, findEntries } from './entries'

type Props = {
  readonly field: RefObject<HTMLInputElement | null>
  readonly isDisabled: boolean
  /** Modifiers, leads and what is suggested go to this one. */
  readonly chosen: ReportStatement | null
  readonly onEnter: (entry: Entry) => void
  /** Arrows in the empty field walk through the statements. */
  readonly onWalk: (by: 1 | -1) => void
  /** Backspace in the empty field. */
  readonly onTakeBack: () => void
}

/** One field for the whole report: a code, a word in any of the languages, leads, a diagnosis, a recommendation. */
export function CommandLine({ field, isDisabled, chosen, onEnter, onWalk, onTakeBack }: Props) {
  const t = useTranslations('report.editor')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const searched = useDeferredValue(query)
  const entries = useMemo(() => findEntries(searched, chosen), [searched, chosen])
  const enter = (entry: Entry) => {
    setQuery('')
    setAt(0)
    onEnter(entry)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = query === '' ? inEmptyField(event.key) : inList(event.key)
    if (!act) return
    event.preventDefault()
    if (event.key === 'Escape') event.stopPropagation()
    act()
  }
  const inEmptyField = (key: string) => {
    if (key === 'ArrowDown') return () => onWalk(1)
    if (key === 'ArrowUp') return () => onWalk(-1)
    return key === 'Backspace' ? onTakeBack : null
  }
  const inList = (key: string) => {
    if (key === 'ArrowDown') return () => setAt(Math.min(at + 1, entries.length - 1))
    if (key === 'ArrowUp') return () => setAt(Math.max(at - 1, 0))
    if (key === 'Escape') return () => setQuery('')
    return key === 'Enter' ? enterTyped : null
  }
  const enterTyped = () => {
    // What is typed counts, not what the list still shows of the letter before.
    const entry = findEntries(query, chosen)[searched === query ? at : 0]
    if (entry) enter(entry)
  }
  const isOpen = query.trim() !== ''
  return (
    <div className="relative">
      <Input
        ref={field}
        role="combobox"
        aria-label={t('field')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && entries[at] ? `${listId}-${at}` : undefined}
        placeholder={t('placeholder')}
        disabled={isDisabled}
        value={query}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('found')}
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-2 border border-line-strong bg-surface shadow-2"
      >
        {entries.map((entry, index) => (
          <EntryOption
            key={`${entry.kind} ${entry.code}`}
            id={`${listId}-${index}`}
            entry={entry}
            query={searched}
            isAt={index === at}
            onPress={() => {
              enter(entry)
              field.current?.focus()
            }}
          />
        ))}
        {entries.length === 0 && <p className="px-3 py-2 text-12 text-ink-2">{t('nothing')}</p>}
      </div>
    </div>
  )
}

function EntryOption({
  id,
  entry,
  query,
  isAt,
  onPress,
}: {
  readonly id: string
  readonly entry: Entry
  readonly query: string
  readonly isAt: boolean
  readonly onPress: () => void
}) {
  const t = useTranslations('report.editor')
  const language = languageOf(entry, query)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which points here (aria-activedescendant)
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isAt}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={classNames(
        'grid cursor-pointer grid-cols-[42px_minmax(0,1fr)_auto] items-baseline gap-x-2 px-3 py-1.5 max-md:min-h-11',
        isAt && 'bg-surface-3',
      )}
    >
      <span className="text-12 text-ink-2">{entry.code}</span>
      <span>
        <b className="font-medium">{entry.en}</b>
        {language !== 'en' && <span className="block text-12 text-ink-2">{termIn(entry, language)}</span>}
      </span>
      <span className="text-11 text-ink-3">{t(`kind.${entry.kind}`)}</span>
    </div>
  )
}
