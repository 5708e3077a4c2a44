import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/ui/kit/button'
import { EmptyState } from '@/ui/kit/empty-state'

export default function NotFound() {
  const t = useTranslations('common')
  return (
    <div className="mx-auto max-w-[640px] p-3 pt-16">
      <EmptyState
        tone="routine"
        isPage
        title={t('notFound.title')}
        actions={
          <ButtonLink href="/" tone="primary">
            {t('error.home')}
          </ButtonLink>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </div>
  )
}
