'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import type { CaseClass } from '@/cases/values'
import { Chip } from '../kit/chip'
import { useClassReasons } from '../queue/use-class-reason'
import { CLASS_TONE } from './words'

/** Why the case has its class: what decides it first and in the colour of the class, the rest quiet. */
export function ClassReasons({ of, reasons }: { readonly of: CaseClass; readonly reasons: CaseView['classReasons'] }) {
  const t = useTranslations('cases')
  const inWords = useClassReasons()
  const deciding = inWords(reasons.filter((reason) => reason.class === of))
  const others = inWords(reasons).filter(({ text }) => deciding.every((reason) => reason.text !== text))
  return (
    <ul aria-label={t('why')} className="flex flex-wrap gap-1.5">
      {[...deciding, ...others].map((reason) => (
        <li key={reason.text}>
          {reason.class === of && of !== 'ROUTINE' ? (
            <Chip tone={CLASS_TONE[of]}>{reason.text}</Chip>
          ) : (
            <Chip isOutlined>{reason.text}</Chip>
          )}
        </li>
      ))}
    </ul>
  )
}
