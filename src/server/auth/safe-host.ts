import 'server-only'
import { isSecureBase } from '../env'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Passwords travel over https, or stay on this machine: plain http is for localhost alone. */
export function isServedSafely(host: string | null): boolean {
  return isSecureBase() || LOCAL.has((host ?? '').replace(/:\d+$/, '').toLowerCase())
}
