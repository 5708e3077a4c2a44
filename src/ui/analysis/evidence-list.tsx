'use client'
import { classNames } from '../kit/class-names'
import type { EvidenceCell, EvidenceGroup } from './evidence-groups'
import { limitText, numberText, UNIT_TEXT, useFindingText } from './use-finding-text'

/** The numbers behind a finding, quantity by quantity: lead, value and limit one below the other, as on a cart's table. */
export function EvidenceList({ groups }: { readonly groups: readonly EvidenceGroup[] }) {
  if (groups.length === 0) return null
  return (
    <div className="grid gap-1.5">
      {groups.map((group) => (
        <Group key={keyOf(group)} group={group} />
      ))}
    </div>
  )
}

function Group({ group: { name, cells } }: { readonly group: EvidenceGroup }) {
  const words = useFindingText()
  const unit = cells[0] ? UNIT_TEXT[cells[0].unit] : ''
  return (
    <div>
      {name !== null && (
        <p className="mb-0.5 text-11 text-ink-3">{[words.quantity({ name }), unit].filter(Boolean).join(', ')}</p>
      )}
      <ul className="flex flex-wrap gap-1">
        {cells.map((cell) => (
          <Cell key={`${cell.lead} ${cell.name}`} cell={cell} />
        ))}
      </ul>
    </div>
  )
}

function Cell({ cell }: { readonly cell: EvidenceCell }) {
  const words = useFindingText()
  const { lead, name, value, unit, limits, isMet } = cell
  return (
    <li
      className={classNames(
        'grid min-w-12 content-start rounded-1 px-1.5 py-0.5 text-center leading-tight',
        isMet ? 'bg-tone-soft' : 'bg-surface-3',
      )}
    >
      <span className="text-11 text-ink-2">{lead ?? words.quantity({ name })}</span>
      <span className="text-13 whitespace-nowrap">
        <b className={classNames('font-semi', isMet && 'text-tone-ink')}>
          {value === null ? '–' : numberText(value, unit)}
        </b>
        {lead === null && value !== null && UNIT_TEXT[unit] && (
          <span className="ml-0.5 text-11 text-ink-3">{UNIT_TEXT[unit]}</span>
        )}
      </span>
      {limits.length > 0 && (
        <span className="text-11 whitespace-nowrap text-ink-2">
          {limits.map((limit) => limitText(limit, unit)).join(' ')}
        </span>
      )}
    </li>
  )
}

function keyOf({ name, cells }: EvidenceGroup): string {
  return `${name} ${cells[0]?.limits.length}`
}
