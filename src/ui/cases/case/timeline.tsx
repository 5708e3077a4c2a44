'use client'
import { useTranslations } from 'next-intl'
import type { CaseEventView } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'
import { dayOf, timeWithSeconds } from '@/i18n/format'
import { classNames } from '../../kit/class-names'

/** Moves that the software makes along with another one say nothing to a person; calipers stand with the trace. */
const SILENT = ['create', 'triage', 'measure']
const STRONG = [
  'submit',
  'recommend',
  'request_repeat',
  'sign_report',
  'amend_report',
  'acknowledge',
  'cannot_do',
  'close',
  'cancel',
]

/** Everything that happened to the case, in words, newest first. */
export function Timeline({ events }: { readonly events: readonly CaseEventView[] }) {
  const text = useEventText()
  const shown = events.filter(({ type }) => !SILENT.includes(type)).toReversed()
  return (
    <ol className="grid">
      {shown.map((event, index) => (
        <li key={event.id} className="grid grid-cols-[64px_14px_minmax(0,1fr)] gap-x-2 pb-2.5 last:pb-0">
          <time dateTime={event.at} className="text-12 text-ink-2">
            {timeWithSeconds(event.at)}
            {dayOf(event.at) !== dayOf(shown[index - 1]?.at ?? event.at) || index === 0 ? (
              <span className="block text-11 text-ink-3">{dayOf(event.at)}</span>
            ) : null}
          </time>
          <span
            aria-hidden="true"
            className={classNames(
              'mt-1 size-2.5 rounded-full',
              STRONG.includes(event.type)
                ? 'bg-done'
                : event.type === 'escalate'
                  ? 'rounded-none! bg-emergent'
                  : 'border-2 border-line-strong',
            )}
          />
          <div className="min-w-0">
            <p className={STRONG.includes(event.type) ? 'font-semi' : 'font-medium'}>{text(event)}</p>
            {event.type === 'hand_over' && typeof event.detail.note === 'string' && (
              <p className="break-words text-ink-2">“{event.detail.note}”</p>
            )}
            {event.by && <p className="text-12 text-ink-2">{event.by.name}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function useEventText(): (event: CaseEventView) => string {
  const t = useTranslations('case.event')
  const verdict = useTranslations('cases.verdict')
  const outcome = useTranslations('cases.outcome')
  const common = useTranslations('common.class')
  const cancel = useTranslations('case.cancel.because')
  const rung = useTranslations('case.rung')
  const ladder = useTranslations('case.ladder')
  return ({ type, detail }) => {
    const word = (words: Parameters<typeof codeText>[0], value: unknown) =>
      typeof value === 'string' ? codeText(words, value, '') : ''
    if (type === 'escalate' && typeof detail.action === 'string')
      return codeText(rung, detail.action, t('escalate'), { ladder: word(ladder, detail.ladder) })
    const reason = typeof detail.reason === 'string' ? detail.reason : ''
    return codeText(t, type, type, {
      reason: codeText(cancel, reason || 'none', reason || 'none'),
      verdict: word(verdict, detail.verdict),
      outcome: word(outcome, detail.outcome),
      class: word(common, detail.class),
    })
  }
}
