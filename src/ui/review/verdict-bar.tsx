'use client'

import { StickyNote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type RefObject, useId } from 'react'
import type { CaseView } from '@/cases/api/views'
import { VERDICTS, type Verdict } from '@/cases/values'
import { VERDICT_TONE } from '../cases/words'
import { Button } from '../kit/button'
import { classNames } from '../kit/class-names'
import { Input } from '../kit/field'
import { Kbd } from '../kit/kbd'
import { Mark } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'

type Props = {
  readonly view: CaseView
  readonly note: string
  readonly isNoteOpen: boolean
  readonly noteField: RefObject<HTMLInputElement | null>
  readonly onNote: (note: string) => void
  readonly onNoteOpen: (isOpen: boolean) => void
  readonly onVerdict: (verdict: Verdict) => void
}

/** The three answers, of equal weight, none chosen before. A press sends at once. */
export function VerdictKeys({ view, note, isNoteOpen, noteField, onNote, onNoteOpen, onVerdict }: Props) {
  const t = useTranslations('review.verdict')
  const tVerdict = useTranslations('cases.verdict')
  const id = useId()
  return (
    <div className="grid gap-2">
      {isNoteOpen && (
        <div className="flex items-center gap-2">
          <label htmlFor={id} className="sr-only">
            {t('noteLabel')}
          </label>
          <Input
            id={id}
            ref={noteField}
            value={note}
            maxLength={2000}
            placeholder={t('noteLabel')}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              event.currentTarget.blur()
              if (note.trim() === '') onNoteOpen(false)
            }}
          />
          <span id={`${id}-hint`} className="text-12 whitespace-nowrap text-ink-2 max-lg:sr-only">
            {t('noteHint')}
          </span>
          <Button size="sm" onClick={() => onNoteOpen(false)}>
            {t('noteLeave')}
          </Button>
        </div>
      )}
      <div className="grid grid-cols-3 gap-2.5 max-md:gap-1.5">
        {VERDICTS.map((verdict, index) => (
          <button
            key={verdict}
            type="button"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onVerdict(verdict)}
            className={classNames(
              TONE_CLASS[VERDICT_TONE[verdict]],
              'flex min-h-14 min-w-0 items-center gap-3 rounded-3 border border-tone-line border-l-[5px] border-l-tone bg-tone-soft px-3 py-1.5 text-left',
              'transition-colors hover:border-tone max-md:flex-col max-md:justify-center max-md:gap-1 max-md:px-1.5 max-md:text-center',
            )}
          >
            <span className="grid size-[34px] flex-none place-items-center rounded-2 bg-tone text-16 font-bold text-tone-on max-md:hidden">
              {index + 1}
            </span>
            <span className="min-w-0 flex-1 max-md:order-2 max-md:flex-none">
              <b className="block text-14 leading-tight font-bold tracking-[.01em] text-tone-ink max-md:text-12">
                {tVerdict(verdict)}
              </b>
              <span className="block truncate text-12 text-ink-2 max-md:hidden">
                {t(`${verdict}_hint`, { facility: view.facility.name })}
              </span>
            </span>
            <Mark tone={VERDICT_TONE[verdict]} size={22} />
          </button>
        ))}
      </div>
    </div>
  )
}

/** Opens the note that goes with the verdict. */
export function NoteButton({ note, onOpen }: { readonly note: string; readonly onOpen: () => void }) {
  const t = useTranslations('review.verdict')
  return (
    <Button onClick={onOpen} className="min-w-0 flex-1 max-md:min-h-11">
      <StickyNote size={15} aria-hidden="true" className="flex-none" />
      <span className="min-w-0 truncate">{note.trim() === '' ? t('note') : t('noteWith', { note: note.trim() })}</span>
      <Kbd>N</Kbd>
    </Button>
  )
}
