'use client'
import { useTranslations } from 'next-intl'
import type { FindingView } from '@/cases/api/assessment-views'
import { codeText } from '@/i18n/code-text'

type Evidence = FindingView['evidence'][number]

/** The words of a finding: everything that rules answer with are keys of messages. */
export function useFindingText() {
  const t = useTranslations('finding')
  const keyOf = (id: string) => id.toLowerCase()
  return {
    title: ({ id, values }: Pick<FindingView, 'id' | 'values'>) => codeText(t, `${keyOf(id)}.title`, id, values),
    text: ({ id, textKey, values }: FindingView) => codeText(t, `${keyOf(id)}.${textKey}`, '', values),
    quantity: ({ name }: Pick<Evidence, 'name'>) => codeText(t, `quantity.${name}`, name),
    limitation: (key: string) => codeText(t, `limitation.${key}`, key),
  }
}

const SIGN = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const

export function limitText(
  { comparison, threshold }: { readonly comparison: keyof typeof SIGN; readonly threshold: number },
  unit: Evidence['unit'],
): string {
  return `${SIGN[comparison]} ${numberText(threshold, unit)}`
}

/** Millimetres for what is read on paper, the unit itself for the rest. */
export const UNIT_TEXT: Readonly<Record<Evidence['unit'], string>> = {
  uV: 'mm',
  ms: 'ms',
  bpm: '/min',
  deg: '°',
  'uV*ms': 'mV·ms',
  'uV/ms': 'mV/s',
  s: 's',
  count: '',
  ratio: '',
  points: '',
  'mmol/L': 'mmol/l',
}

const MINUS = '\u2212'

export function numberText(value: number, unit: Evidence['unit']): string {
  const text = plain(value, unit)
  return text.startsWith('-') ? `${MINUS}${text.slice(1)}` : text
}

function plain(value: number, unit: Evidence['unit']): string {
  if (unit === 'uV') return (value / 100).toFixed(1)
  if (unit === 'uV*ms') return (value / 1000).toFixed(1)
  if (unit === 'uV/ms' || unit === 's') return value.toFixed(1)
  return unit === 'ratio' ? value.toFixed(2) : String(Math.round(value))
}
