'use client'
import type { FindingView } from '@/cases/api/assessment-views'
import { classNames } from '../kit/class-names'
import { evidenceNumbers, useFindingText } from './use-finding-text'

/** The numbers behind a finding: lead, value and limit side by side, as on the strip of a cart. */
export function EvidenceList({ evidence }: { readonly evidence: FindingView['evidence'] }) {
  const words = useFindingText()
  if (evidence.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-1">
      {evidence.map((item) => {
        const { value, unit, limit } = evidenceNumbers(item)
        return (
          <div
            key={`${item.lead} ${item.name} ${item.threshold}`}
            className={classNames('rounded-1 bg-surface-3 px-1.5 py-0.5 text-center', limit === null && 'text-ink-2')}
          >
            <dt className="text-11 text-ink-3">{[item.lead, words.quantity(item)].filter(Boolean).join(' ')}</dt>
            <dd className="text-12 whitespace-nowrap">
              <b className="font-semi">{value ?? '–'}</b>
              {unit && value !== null && <span className="ml-0.5 text-11 text-ink-3">{unit}</span>}
              {limit && <span className="ml-1 text-11 text-ink-3">{limit}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
