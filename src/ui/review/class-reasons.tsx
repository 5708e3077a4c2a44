'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import { CLASS_TONE } from '../cases/words'
import { Chip } from '../kit/chip'
import { useClassReasons } from '../queue/use-class-reason'

/** Why the case has its class; what would give a lower one is outlined. */
export function ClassReasons({ view }: { readonly view: CaseView }) {
  const t = useTranslations('review.card')
  const tClass = useTranslations('common.class')
  const words = useClassReasons()
  if (view.classReasons.length === 0) return null
  return (
    <div className="grid gap-1.5 border-t border-line p-3">
      <h3 className="text-11 font-regular text-ink-3">{t('reasons', { class: tClass(view.class) })}</h3>
      <div className="flex flex-wrap gap-1">
        {words(view.classReasons).map((reason) =>
          reason.class === view.class && view.class !== 'ROUTINE' ? (
            <Chip key={reason.text} tone={CLASS_TONE[view.class]}>
              {reason.text}
            </Chip>
          ) : (
            <Chip key={reason.text} isOutlined>
              {reason.text}
            </Chip>
          ),
        )}
      </div>
    </div>
  )
}
