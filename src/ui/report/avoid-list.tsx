import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Avoided } from '@/cases/report/avoid-list'
import { PROTOCOL } from '@/cases/report/protocol'
import { Banner } from '../kit/banner'

/** What this person must not be given, and what must be asked first. */
export function AvoidList({ avoided }: { readonly avoided: readonly Avoided[] }) {
  const t = useTranslations('report.avoid')
  if (avoided.length === 0) return null
  return (
    <Banner tone="emergent" title={t('title')}>
      <ul className="mt-1 grid gap-1">
        {avoided.map((one) => (
          <li key={one.id} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
            <Ban size={14} aria-hidden="true" className="mt-0.5 text-tone-ink" />
            <span>
              <b className="font-semi">{one.ask.length > 0 ? t('ask', { what: one.text }) : one.text}</b>{' '}
              <span className="text-ink-2">
                {[
                  ...one.because.map(({ fact, value, limit }) =>
                    t(`because.${fact}`, { value: value ?? 0, limit: limit ?? 0 }),
                  ),
                  ...[...one.answered, ...one.ask].map(questionText),
                ].join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function questionText(id: string): string {
  return PROTOCOL.questions.find((one) => one.id === id)?.text ?? id
}
