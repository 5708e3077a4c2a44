'use client'

import { useTranslations } from 'next-intl'
import { can } from '@/cases/permissions'
import { timeOfDay } from '@/i18n/format'
import { Banner } from '../kit/banner'
import { ButtonLink } from '../kit/button'
import { useMe } from '../live/live-provider'
import { useDuty } from './duty-provider'

/** Nobody who counts is there: since when, and what happens by itself. */
export function EmptyDuty() {
  const t = useTranslations('duty.empty')
  const { role } = useMe()
  const { result } = useDuty()
  return result?.regions.map(({ regionCode, name, emptySince, neighbour }) =>
    emptySince === null ? null : (
      <Banner
        key={regionCode}
        tone="emergent"
        isAlert
        title={t('title', { region: name, time: timeOfDay(emptySince) })}
        actions={
          can(role, 'duty.manage') && (
            <ButtonLink href="/duty" size="sm">
              {t('set')}
            </ButtonLink>
          )
        }
      >
        {neighbour === null ? t('noNeighbour') : t('neighbour', { region: neighbour.name })}
      </Banner>
    ),
  )
}
