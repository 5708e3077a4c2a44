'use client'

import { Star, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { statementText } from '@/cases/report/report-text'
import type { ReportStatement } from '@/cases/report/structure'
import { IconButton } from '../../kit/button'
import { classNames } from '../../kit/class-names'

type Props = {
  readonly statements: readonly ReportStatement[]
  readonly at: number
  readonly wrong: readonly number[]
  readonly favourites: readonly number[]
  readonly onChoose: (at: number) => void
  readonly onRemove: (at: number) => void
  readonly onFavourite: (code: number, isFavourite: boolean) => void
}

/** What the report says so far, one sentence each; the marked one takes the modifiers and leads that are typed next. */
export function StatementList({ statements, at, wrong, favourites, onChoose, onRemove, onFavourite }: Props) {
  const t = useTranslations('report.editor')
  if (statements.length === 0) return null
  return (
    <ol aria-label={t('statements')} className="grid rounded-2 border border-line">
      {statements.map((one, index) => {
        const isFavourite = favourites.includes(one.code)
        const text = statementText(one)
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same statement may stand here twice while it is written
            key={`${one.code} ${one.leads.join()} ${index}`}
            className={classNames(
              'grid grid-cols-[minmax(0,1fr)_auto] items-center border-line not-first:border-t',
              index === at && 'shadow-[inset_3px_0_0_var(--accent)]',
              wrong.includes(index) && 'bg-emergent-soft',
            )}
          >
            <button
              type="button"
              aria-pressed={index === at}
              onClick={() => onChoose(index)}
              className="cursor-pointer px-3 py-1.5 text-left max-md:min-h-11"
            >
              <span className="mr-2 text-12 text-ink-3">{one.code}</span>
              {text}
            </button>
            <span className="flex">
              <IconButton
                label={t(isFavourite ? 'favouriteOff' : 'favouriteOn', { text })}
                aria-pressed={isFavourite}
                onClick={() => onFavourite(one.code, !isFavourite)}
              >
                <Star size={14} aria-hidden="true" fill={isFavourite ? 'currentColor' : 'none'} />
              </IconButton>
              <IconButton label={t('remove', { text })} onClick={() => onRemove(index)}>
                <X size={14} aria-hidden="true" />
              </IconButton>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
