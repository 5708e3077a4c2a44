'use client'
import { Siren } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '../../kit/class-names'
import { Mark } from '../../kit/mark'

/** The red bar of an emergency, or the button that makes it one. Same height, so nothing moves. */
export function EmergencyBar({
  isOn,
  phone,
  onChange,
}: {
  readonly isOn: boolean
  readonly phone: string | null
  readonly onChange: (isOn: boolean) => void
}) {
  const t = useTranslations('newCase.emergency')
  const page = useTranslations('newCase')
  return (
    <div
      className={classNames(
        'flex min-h-[52px] items-center gap-3 px-3 py-1.5 tone-emergent',
        isOn ? 'bg-emergent text-on-emergent' : 'border-b border-line bg-surface',
      )}
    >
      {isOn && <Mark tone="emergent" isInverse size={22} />}
      <p className="text-16 font-bold">{isOn ? page('titleEmergency') : page('title')}</p>
      {isOn && (
        <p className="min-w-0 flex-1 text-right max-lg:hidden">
          {phone ? t('receipt', { phone }) : t('receiptNoPhone')}
        </p>
      )}
      <button
        type="button"
        aria-pressed={isOn}
        onClick={() => onChange(!isOn)}
        className={classNames(
          'ml-auto inline-flex min-h-10 items-center gap-2 rounded-2 border px-3 font-semi whitespace-nowrap',
          isOn ? 'border-on-emergent lg:ml-0' : 'border-emergent bg-emergent text-on-emergent',
        )}
      >
        {!isOn && <Siren size={18} aria-hidden="true" />}
        {isOn ? t('off') : t('button')}
      </button>
    </div>
  )
}
