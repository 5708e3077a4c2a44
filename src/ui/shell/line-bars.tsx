'use client'
import { Phone, VolumeX, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { timeWithSeconds } from '@/i18n/format'
import { useSignInHref } from '../api/use-sign-in-href'
import { buttonLook } from '../kit/button'
import { testSound, unlockSound } from '../live/alarm'
import { useLine } from '../live/live-provider'
import { useSound } from '../live/use-alarm'

const BAR = 'flex min-h-11 w-full flex-wrap items-center gap-x-4 gap-y-1 border-t px-3 py-1.5 text-left'
const RED = 'border-emergent-line bg-emergent-soft text-ink'

/** The page cannot ring: the browser wants a click first, or has no sound that works. */
export function SoundBar() {
  const t = useTranslations('shell.sound')
  const sound = useSound()
  if (sound === 'ready') return null
  return (
    <button
      type="button"
      onClick={() => {
        unlockSound()
        void testSound(true)
      }}
      className={`${BAR} border-emergent bg-emergent font-semi text-on-emergent`}
    >
      <VolumeX size={18} aria-hidden="true" />
      {t(sound)}
    </button>
  )
}

/** The line to the server is lost, or the session has ended: what that means, and whom to call. */
export function LineBar({ phone }: { readonly phone: string | null }) {
  const t = useTranslations('shell.line')
  const common = useTranslations('common')
  const signInHref = useSignInHref()
  const { status, lostAt } = useLine()
  if (lostAt === null) return null
  const isSignedOut = status === 'signed_out'
  return (
    <div role="alert" className={`${BAR} ${RED}`}>
      <WifiOff size={18} aria-hidden="true" className="text-emergent-ink" />
      <p className="min-w-0 flex-1 basis-64">
        <b className="text-emergent-ink">
          {isSignedOut ? t('signedOut') : t('lost', { time: timeWithSeconds(lostAt) })}
        </b>{' '}
        {!isSignedOut && t('lostHint')}
      </p>
      {isSignedOut ? (
        <a className={buttonLook({ size: 'sm' })} href={signInHref}>
          {common('signInAgain')}
        </a>
      ) : (
        phone && (
          <a className={buttonLook({ size: 'sm' })} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <Phone size={14} aria-hidden="true" />
            {t('lostPhone', { phone })}
          </a>
        )
      )}
    </div>
  )
}
