import { Phone } from 'lucide-react'
import { buttonLook } from '../kit/button'

/** A number to call, as a button. */
export function PhoneLink({ phone, isRed = false }: { readonly phone: string; readonly isRed?: boolean }) {
  return (
    <a
      href={`tel:${phone.replace(/[^+\d]/g, '')}`}
      className={buttonLook({ size: 'lg', tone: isRed ? 'danger' : 'plain' })}
    >
      <Phone size={18} aria-hidden="true" />
      {phone}
    </a>
  )
}
