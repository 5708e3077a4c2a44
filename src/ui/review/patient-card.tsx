'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'
import { Chip } from '../kit/chip'
import { Panel } from '../kit/panel'
import { ClassReasons } from './class-reasons'
import { ComplaintBlock } from './complaint-block'
import { VitalsGrid } from './vitals-grid'

/** What the nurse sent about the person: values, complaint, history. What is absent is called unknown. */
export function PatientCard({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review')
  const tClinical = useTranslations('clinical')
  const { clinical } = view
  if (clinical === null) return null
  const words = (group: 'tick' | 'history', codes: readonly string[] = []) =>
    codes.map((code) => ({ code, text: codeText(tClinical, `${group}.${code}`, code) }))
  const ticks = words('tick', clinical.ticks)
  const history = words('history', clinical.history)
  return (
    <Panel title={t('vitals.title')} isFlush>
      <VitalsGrid clinical={clinical} ageYears={view.patient?.ageYears ?? null} />
      <ComplaintBlock view={view} clinical={clinical} />
      <ClassReasons view={view} />
      <div className="grid gap-2 border-t border-line p-3">
        <div className="flex flex-wrap gap-1">
          {ticks.map(({ code, text }) => (
            <Chip key={code} tone="urgent">
              {text}
            </Chip>
          ))}
          {clinical.pregnant && <Chip tone="urgent">{t('vitals.pregnant')}</Chip>}
          {history.map(({ code, text }) => (
            <Chip key={code}>{text}</Chip>
          ))}
          {history.length === 0 && <span className="text-12 text-ink-3">{t('card.noHistory')}</span>}
        </div>
        {clinical.note && (
          <figure>
            <figcaption className="text-11 text-ink-3">{t('card.note')}</figcaption>
            <blockquote className="break-words whitespace-pre-wrap">{clinical.note}</blockquote>
          </figure>
        )}
      </div>
    </Panel>
  )
}
