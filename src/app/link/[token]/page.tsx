import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { dayAndTime } from '@/i18n/format'
import { findLink } from '@/server/auth/one-time-link'
import { isServedSafely } from '@/server/auth/safe-host'
import { DoorFrame } from '@/ui/account/door-frame'
import { SetPasswordForm } from '@/ui/account/set-password-form'
import { ButtonLink } from '@/ui/kit/button'

/** The address is a secret: no page that is opened from here learns it, no search engine keeps it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.link')
  return { title: t('newPassword'), referrer: 'no-referrer', robots: { index: false, follow: false } }
}

export default async function LinkPage({ params }: { readonly params: Promise<{ token: string }> }) {
  const t = await getTranslations('signIn.link')
  const { token } = await params
  const isSafe = isServedSafely((await headers()).get('host'))
  const link = await findLink(token)
  if (!link) {
    return (
      <DoorFrame>
        <div className="my-auto grid gap-3.5">
          <h1 className="text-20">{t('expiredTitle')}</h1>
          <p className="text-ink-2">{t('expiredText')}</p>
          <ButtonLink size="lg" isWide href="/sign-in">
            {t('toSignIn')}
          </ButtonLink>
        </div>
      </DoorFrame>
    )
  }
  const { email, name, purpose, expiresAt } = link
  const isNew = purpose === 'invitation'
  return (
    <DoorFrame>
      <div className="my-auto grid gap-3.5">
        <h1 className="text-20">{isNew ? t('invitationTitle', { name }) : t('resetTitle')}</h1>
        <p className="text-ink-2">{isNew ? t('invitationText', { email }) : t('resetText', { email })}</p>
        <SetPasswordForm token={token} email={email} isSafe={isSafe} />
        <p className="text-12 text-ink-2">{t('validUntil', { until: dayAndTime(expiresAt) })}</p>
      </div>
    </DoorFrame>
  )
}
