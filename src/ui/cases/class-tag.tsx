'use client'
import { useTranslations } from 'next-intl'
import type { CaseClass } from '@/cases/values'
import { Tag } from '../kit/mark'
import { CLASS_TONE } from './words'

/** Octagon EMERGENT, triangle URGENT, ring ROUTINE. */
export function ClassTag({ of, isSolid = false }: { readonly of: CaseClass; readonly isSolid?: boolean }) {
  const t = useTranslations('common.class')
  return (
    <Tag tone={CLASS_TONE[of]} isSolid={isSolid}>
      {t(of)}
    </Tag>
  )
}
