'use client'
import { useTranslations } from 'next-intl'
import { Button, buttonLook } from '@/ui/kit/button'
import { EmptyState } from '@/ui/kit/empty-state'

export default function ErrorPage({
  reset,
}: {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}) {
  const t = useTranslations('common')
  return (
    <div className="mx-auto max-w-[640px] p-3 pt-16">
      <EmptyState
        tone="emergent"
        isPage
        title={t('error.title')}
        actions={
          <>
            <Button tone="primary" onClick={reset}>
              {t('retry')}
            </Button>
            <a href="/" className={buttonLook()}>
              {t('error.home')}
            </a>
          </>
        }
      >
        {t('error.text')}
      </EmptyState>
    </div>
  )
}
