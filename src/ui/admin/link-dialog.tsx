'use client'
import { useTranslations } from 'next-intl'
import { dayAndTime } from '@/i18n/format'
import { SecretBox } from '../account/secret-box'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import type { MadeLink } from './person-dialog'

/** The one time that the link can be seen. */
export function LinkDialog({ made, onClose }: { readonly made: MadeLink; readonly onClose: () => void }) {
  const t = useTranslations('people.link')
  const { name, link, expiresAt } = made
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('title')}
      description={t('text', { name, until: dayAndTime(expiresAt) })}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <SecretBox label={t('label')} secret={link} />
    </Dialog>
  )
}
